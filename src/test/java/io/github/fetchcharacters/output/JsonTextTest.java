package io.github.fetchcharacters.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  private final JsonMapper mapper = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "`{ }`; {}",
        "` \t\r\n[ 1 ,\n2 ] `; [1,2]",
        "`{\"a b\" : \"c d\"}`; {\"a b\":\"c d\"}",
        "`[ \" \\\" \" , \" \\\\\" , 1 ]`; [\" \\\" \",\" \\\\\",1]",
        "`[\"\\\\\\\" \", 1]`; [\"\\\\\\\" \",1]",
        "`[\"\\u00e9\", \"\\/\", \"\\n\", \"é\"]`; [\"\\u00e9\",\"\\/\",\"\\n\",\"é\"]",
        "`[1.0, 1e2, 1E+2, -0, 0.10, 12345678901234567890.0]`;"
            + " [1.0,1e2,1E+2,-0,0.10,12345678901234567890.0]",
        "`{\"b\": 1, \"a\": 2, \"b\": 3}`; {\"b\":1,\"a\":2,\"b\":3}",
        "`[\"\\ud83e\"]`; [\"\\ud83e\"]",
        "`[true, false, null]`; [true,false,null]",
      })
  void dropsTheWhiteSpaceBetweenTokensAndNothingElse(String json, String line) {
    assertThat(JsonText.onOneLine(json)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "'[\"\u007f\"]', '[\"\\u007f\"]'",
    "'[\"\u009b2J\u0085\"]', '[\"\\u009b2J\\u0085\"]'",
    "'[\"\u2028\u2029\u202e\"]', '[\"\\u2028\\u2029\\u202e\"]'",
    "'{\"\u2066\": 1}', '{\"\\u2066\":1}'",
    "'[\"\ufeff\"]', '[\"\\ufeff\"]'",
    "'[\"Ri\u200bck\"]', '[\"Ri\\u200bck\"]'",
    "'[\"\uDB40\uDC41\"]', '[\"\\udb40\\udc41\"]'",
    "'[\"👨\u200d👩\", \"❤\ufe0f\"]', '[\"👨\u200d👩\",\"❤\ufe0f\"]'",
    "'[\"\\\\\u009b\"]', '[\"\\\\\\u009b\"]'",
  })
  void escapesInsideStringsWhatATerminalWouldActOn(String json, String line) {
    assertThat(JsonText.onOneLine(json)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{ \"id\" : 1, \"name\" : \"R \\\"i\\\\ck\\\\\", \"x\" : [ { \"y\" : [ ] } , 1.50 , -2e-3 ] }",
        "[\"\\\\\", \" \\\\\\\" , [ \", \"\u009b\u2028\\u2028\\t\", \"🥒\", \"a\\\\u0041\"]",
        "\"  spaces  \"",
        " 12 ",
      })
  void meansTheSameAfterwards(String json) throws JsonProcessingException {
    String line = JsonText.onOneLine(json);

    JsonNode before = mapper.readTree(json);
    assertThat(mapper.readTree(line)).isEqualTo(before);
    assertThat(line.chars()).noneMatch(Character::isISOControl);
  }
}
