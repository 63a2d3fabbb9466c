package io.github.fetchcharacters.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields as members of JSON: copied from the record, never written anew. */
class JsonFieldsTest {

  private static final String RECORD =
      """
      { "created": "2017", "x": [{"id": 3}], "id" : 1,
        "origin": { "url": "", "name" : "Ea\\u0072th \\/ \\"C\\"" , "id": 4 },
        "episode": [ "a" , 1.50 ], "name": "Zo\\u00eb 🥒" }
      """;

  @Test
  void areMembersInTheOrderAsked() throws IOException {
    assertThat(Written.by(Format.NDJSON, "name,id,created", RECORD, RECORD))
        .isEqualTo("{\"name\":\"Zo\\u00eb 🥒\",\"id\":1,\"created\":\"2017\"}\n".repeat(2));
  }

  @Test
  void areMembersOfEachElement() throws IOException {
    assertThat(Written.by(Format.JSON, "id", RECORD, RECORD))
        .isEqualTo("[\n{\"id\":1},\n{\"id\":1}\n]\n");
    assertThat(Written.by(Format.JSON, "id")).isEqualTo("[]\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "origin.name; {\"origin.name\":\"Ea\\u0072th \\/ \\\"C\\\"\"}",
        "origin; {\"origin\":{\"url\":\"\",\"name\":\"Ea\\u0072th \\/ \\\"C\\\"\",\"id\":4}}",
        "origin.url,id,origin,origin.name;"
            + " {\"origin.url\":\"\",\"id\":1,"
            + "\"origin\":{\"url\":\"\",\"name\":\"Ea\\u0072th \\/ \\\"C\\\"\",\"id\":4},"
            + "\"origin.name\":\"Ea\\u0072th \\/ \\\"C\\\"\"}",
        "episode; {\"episode\":[\"a\",1.50]}",
        "type,location.name; {\"type\":null,\"location.name\":null}",
      })
  void reachInsideAndAreNullWhereThereIsNothing(String fields, String line) throws IOException {
    assertThat(Written.by(Format.NDJSON, fields, RECORD)).isEqualTo(line + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-5",
        "1.0",
        "0.10",
        "1e2",
        "1E+400",
        "-2.50e-3",
        "12345678901234567890123456789012345678901234567890",
        "3.14159265358979323846264338327950288419716939937510",
        "true",
        "false",
        "null",
        "\"\"",
        "\"a\\\"b\\\\\"",
        "\"\\ud83e\"",
        "[]",
        "{}",
        "[[1],[{\"a\":[]}]]",
        "\"=1+1\"",
      })
  void areLetterForLetterAsTheApiSentThem(String value) throws IOException {
    assertThat(Written.by(Format.NDJSON, "type,id", "{\"type\":" + value + ",\"id\":1}"))
        .isEqualTo("{\"type\":" + value + ",\"id\":1}\n");
    assertThat(Written.by(Format.NDJSON, "type", "{\"id\":1 , \"type\" : " + value + " }"))
        .isEqualTo("{\"type\":" + value + "}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"id\":1,\"id\":2}; {\"id\":2,\"origin.name\":null}",
        "{\"origin\":{\"name\":\"a\"},\"origin\":null,\"id\":1}; {\"id\":1,\"origin.name\":null}",
        "{\"origin\":\"flat\"}; {\"id\":null,\"origin.name\":null}",
        "{\"origin\":[{\"name\":\"a\"}]}; {\"id\":null,\"origin.name\":null}",
        "{\"origin.name\":\"dotted\"}; {\"id\":null,\"origin.name\":null}",
        "{\"x\":{\"id\":9,\"origin\":{\"name\":\"inner\"}}}; {\"id\":null,\"origin.name\":null}",
        "{}; {\"id\":null,\"origin.name\":null}",
      })
  void areFoundAtTheirPathAloneAndTheLastOfTwinsCounts(String record, String line)
      throws IOException {
    assertThat(Written.by(Format.NDJSON, "id,origin.name", record)).isEqualTo(line + "\n");
  }

  @Test
  void mayBeOfAnyLength() throws IOException {
    String name = "🥒\\n".repeat(200_000);

    assertThat(Written.by(Format.NDJSON, "name", "{\"id\":1,\"name\":\"" + name + "\",\"x\":2}"))
        .isEqualTo("{\"name\":\"" + name + "\"}\n");
  }

  @Test
  void stayOnTheirLineAndDoNotDriveTheTerminal() throws IOException {
    assertThat(Written.by(Format.NDJSON, "name", "{\"name\":\n\"a\u009b2J\u2028\u202eb\"\n}"))
        .isEqualTo("{\"name\":\"a\\u009b2J\\u2028\\u202eb\"}\n");
  }
}
