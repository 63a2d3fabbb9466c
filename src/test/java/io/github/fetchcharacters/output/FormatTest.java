package io.github.fetchcharacters.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fetchcharacters.model.Character;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {

  private static final Character RICK =
      new Character(1, "Rick Sanchez", "{ \"id\": 1,\n \"name\": \"Rick Sanchez\" }");
  private static final Character ZOE =
      new Character(2, "Zoë 🥒", "{\"name\":\"Zo\\u00eb 🥒\",\"id\":2,\"x\":1.0}");

  @Test
  void nameIsALineEach() throws IOException {
    assertThat(written(Format.NAME, RICK, ZOE, RICK))
        .isEqualTo("Rick Sanchez\nZoë 🥒\nRick Sanchez\n");
  }

  @Test
  void ndjsonIsARecordALine() throws IOException {
    assertThat(written(Format.NDJSON, RICK, ZOE))
        .isEqualTo(
            """
            {"id":1,"name":"Rick Sanchez"}
            {"name":"Zo\\u00eb 🥒","id":2,"x":1.0}
            """);
  }

  @Test
  void jsonIsOneArrayWithARecordALine() throws IOException {
    assertThat(written(Format.JSON, RICK, ZOE))
        .isEqualTo(
            """
            [
            {"id":1,"name":"Rick Sanchez"},
            {"name":"Zo\\u00eb 🥒","id":2,"x":1.0}
            ]
            """);
  }

  @Test
  void jsonOfOneRecordIsAnArray() throws IOException {
    assertThat(written(Format.JSON, RICK))
        .isEqualTo(
            """
            [
            {"id":1,"name":"Rick Sanchez"}
            ]
            """);
  }

  @ParameterizedTest
  @CsvSource({"NAME, ''", "NDJSON, ''", "JSON, '[]\n'"})
  void nothingAtAllIsWellFormed(Format format, String expected) throws IOException {
    assertThat(written(format)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\nb', a\\u000ab",
    "'\u001b[2J', \\u001b[2J",
    "'\u202ekciR', \\u202ekciR",
    "'\uD83E', \\ud83e",
    "'a,\"b\"', 'a,\"b\"'",
  })
  void aNameStaysOnItsLine(String name, String line) throws IOException {
    assertThat(written(Format.NAME, new Character(1, name, "{}"))).isEqualTo(line + "\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"JSON", "NDJSON"})
  void aRecordStaysOnItsLineAndMeansTheSame(Format format) throws IOException {
    String json = "{\"a\u2028\":\n[\"\u009b\\n \"],\r\n\"b\":[]}";
    JsonMapper mapper = new JsonMapper();

    String written = written(format, new Character(1, "any", json));

    assertThat(written.lines()).hasSize(format == Format.JSON ? 3 : 1);
    JsonNode tree = mapper.readTree(written);
    assertThat(format == Format.JSON ? tree.get(0) : tree).isEqualTo(mapper.readTree(json));
  }

  /** A table's columns are measured first. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void writesEachRecordAtOnce(Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter writer = new Layout(format, null).writer(out);

    writer.write(RICK);

    assertThat(out.toString(UTF_8)).contains("Rick Sanchez");
  }

  @ParameterizedTest
  @EnumSource
  void handsOnTheFailureOfTheStream(Format format) throws IOException {
    OutputStream closed = OutputStream.nullOutputStream();
    closed.close();

    RecordWriter writer = new Layout(format, null).writer(closed);

    assertThatIOException()
        .isThrownBy(
            () -> {
              writer.write(RICK);
              writer.finish();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, name",
    "JSON, json",
    "NDJSON, ndjson",
    "CSV, csv",
    "TSV, tsv",
    "TABLE, table",
  })
  void isCalledAsOnTheCommandLine(Format format, String name) {
    assertThat(format).hasToString(name);
  }

  private static String written(Format format, Character... characters) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter writer = new Layout(format, null).writer(out);
    for (Character character : characters) {
      writer.write(character);
    }
    writer.finish();
    return out.toString(UTF_8);
  }
}
