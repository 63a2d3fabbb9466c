package io.github.fetchcharacters.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.model.Character;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests, and records that are read; refused ones are in {@link RefusedBodyTest}. */
@Timeout(30)
class CharacterCodecTest {

  private final CharacterCodec codec =
      new CharacterCodec(URI.create("http://localhost/api"), InstantSource.system());

  @ParameterizedTest
  @CsvSource({
    "https://rickandmortyapi.com/api, 1, https://rickandmortyapi.com/api/character/1",
    "https://rickandmortyapi.com/api/, 826, https://rickandmortyapi.com/api/character/826",
    "http://127.0.0.1:80, 9223372036854775807, "
        + "http://127.0.0.1:80/character/9223372036854775807",
    "http://[::1]/a%20b, 2, http://[::1]/a%20b/character/2",
  })
  void asksForTheIdBelowTheBase(URI base, long id, URI asked) {
    Query<Character> query = new CharacterCodec(base, InstantSource.system()).character(id);

    assertThat(query.uri()).isEqualTo(asked);
    assertThat(query.resource().inWords()).isEqualTo("character with id " + id);
    assertThat(query.title().apply(new Character(id, "Rick Sanchez", "{}")))
        .isEqualTo("Rick Sanchez");
  }

  /** Any record is kept letter for letter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"name\":\"Rick\"}",
        "{\"name\":\"Rick\",\"id\":1}",
        "{ \"id\" : 1 ,\r\n\t\"name\"\n:\n\"Rick\"\n}",
        "{\"a\":null,\"id\":1,\"b\":true,\"name\":\"Rick\",\"c\":[],\"d\":{}}",
        "{\"origin\":{\"name\":\"Earth\",\"id\":7},\"id\":1,\"name\":\"Rick\"}",
        "{\"id\":1,\"name\":\"Rick\",\"location\":{\"name\":\"Earth\",\"id\":7}}",
        "{\"id\":1,\"name\":\"Rick\",\"episode\":[{\"id\":7,\"name\":\"Pilot\"},[\"name\"]]}",
        "{\"id\":1,\"name\":\"Rick\",\"Id\":2,\"NAME\":\"Morty\",\"\":3}",
        "{\"n\":[1.0,1e5,-0,1E-7,123456789012345678901234567890],\"id\":1,\"name\":\"Rick\"}",
        "{\"\\u0069d\":1,\"n\\u0061me\":\"Ri\\u0063k\",\"s\":\"\\/\\\"\\ud83d\\udef8 é🛸\"}",
        "{\"id\":7,\"name\":\"Morty\",\"id\":1,\"name\":\"Rick\"}",
        "{\"id\":\"x\",\"name\":null,\"id\":1,\"name\":\"Rick\"}",
        "{\"id\":1,\"name\":\"Rick\",\"a\":1,\"a\":2}",
      })
  void readsARecord(String json) {
    assertThat(decoded(json, 1)).isEqualTo(new Character(1, "Rick", json));
  }

  @Test
  void leavesOutWhatIsAroundTheRecord() {
    String record = "{\"id\":1, \"name\":\"Rick\"}";

    assertThat(decoded(" \r\n\t" + record + "\n \n", 1).json()).isEqualTo(record);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void ignoresAByteOrderMark(String space) {
    String record = "{\"id\":1,\"name\":\"Rick\"}";

    assertThat(decoded("\uFEFF" + space + record, 1)).isEqualTo(new Character(1, "Rick", record));
  }

  @Test
  void readsTheLargestId() {
    String json = "{\"id\":9223372036854775807,\"name\":\"Last\"}";

    assertThat(decoded(json, Long.MAX_VALUE).id()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\\u00e9'|'é'",
        "'\\ud83d\\udef8'|'🛸'",
        "'\\u001b[31m'|'\u001b[31m'",
        "'a\\nb'|'a\nb'",
        "' '|' '",
        "'\\u0000'|'\0'",
      })
  void unescapesTheName(String written, String name) {
    assertThat(decoded("{\"id\":1,\"name\":\"" + written + "\"}", 1).name()).isEqualTo(name);
  }

  /** Longer than any buffer of the parser: places are counted from the start of the text. */
  @ParameterizedTest
  @ValueSource(ints = {3_999, 4_000, 4_001, 32_768, 300_000})
  void keepsALongRecordWhole(int length) {
    String json =
        "{\"id\":1,\"long\":\"" + "é🛸".repeat(length) + "\",\"name\":\"Rick\",\"n\":[1.0]}";

    assertThat(decoded("  \n" + json + " ", 1)).isEqualTo(new Character(1, "Rick", json));
  }

  private Character decoded(String body, long id) {
    Reply reply = new Reply(200, "HTTP/1.1", null, null, body.getBytes(UTF_8));
    return codec.character(id).decoder().apply(reply);
  }
}
