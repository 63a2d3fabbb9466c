package io.github.fetchcharacters.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** csv and tsv. */
class SeparatedFormatsTest {

  private static final String RICK =
      """
      {"id": 1, "name": "Rick Sanchez", "status": "Alive", "species": "Human", "type": "",
       "gender": "Male", "origin": {"name": "Earth (C-137)", "url": "u"},
       "episode": ["e/1", "e/2"], "image": null}
      """;

  @Test
  void csvHasAHeaderAndTheUsualColumns() throws IOException {
    assertThat(Written.by(Format.CSV, "", RICK, RICK))
        .isEqualTo(
            """
            id,name,status,species,gender,origin.name
            1,Rick Sanchez,Alive,Human,Male,Earth (C-137)
            1,Rick Sanchez,Alive,Human,Male,Earth (C-137)
            """);
  }

  @Test
  void tsvHasAHeaderAndTheUsualColumns() throws IOException {
    assertThat(Written.by(Format.TSV, "", RICK))
        .isEqualTo(
            """
            id\tname\tstatus\tspecies\tgender\torigin.name
            1\tRick Sanchez\tAlive\tHuman\tMale\tEarth (C-137)
            """);
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "TSV"})
  void theHeaderIsThereEvenWithoutARecord(Format format) throws IOException {
    assertThat(Written.by(format, "name")).isEqualTo("name\n");
  }

  @Test
  void columnsComeInTheOrderAsked() throws IOException {
    assertThat(Written.by(Format.TSV, "origin.url,type,id,image,location.name", RICK))
        .isEqualTo("origin.url\ttype\tid\timage\tlocation.name\nu\t\t1\t\t\n");
    assertThat(Written.by(Format.CSV, "origin.url,type,id,image,location.name", RICK))
        .isEqualTo("origin.url,type,id,image,location.name\nu,,1,,\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "plain; plain",
        "two words; two words",
        "a,b; `\"a,b\"`",
        "say \"hi\"; `\"say \"\"hi\"\"\"`",
        "\"; `\"\"\"\"`",
        "semi|colon; semi|colon",
        "` lead and trail `; ` lead and trail `",
        "Zoë 日本 🥒 👨\u200d👩\u200d👧; Zoë 日本 🥒 👨\u200d👩\u200d👧",
        "שלום; שלום",
        "a\\b; a\\b",
        "`a\nb`; a\\u000ab",
        "`a\r\nb`; a\\u000d\\u000ab",
        "`a\tb`; a\\u0009b",
        "`\u001b[31mred\u001b[0m`; \\u001b[31mred\\u001b[0m",
        "\u202egnp.exe; \\u202egnp.exe",
        "a\u2028b\u0085c; a\\u2028b\\u0085c",
        "\uD83E; \\ud83e",
      })
  void csvQuotesWhatNeedsItAndKeepsARecordOnItsLine(String name, String cell) throws IOException {
    assertThat(Written.by(Format.CSV, "name,id", Written.named(name)))
        .isEqualTo("name,id\n" + cell + ",\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "plain; plain",
        "a,b \"c\"; a,b \"c\"",
        "`a\tb`; a\\tb",
        "`a\nb`; a\\nb",
        "`a\r\nb`; a\\r\\nb",
        "a\\b; a\\\\b",
        "a\\tb; a\\\\tb",
        "`\u001b[31mred`; \\u001b[31mred",
        "\u202egnp.exe; \\u202egnp.exe",
        "日本 🥒; 日本 🥒",
      })
  void tsvEscapesWhatACellCannotHold(String name, String cell) throws IOException {
    assertThat(Written.by(Format.TSV, "name,id", Written.named(name)))
        .isEqualTo("name\tid\n" + cell + "\t\n");
  }

  /** One record is one line for {@code wc}, {@code sort} and {@code split}, too. */
  @ParameterizedTest
  @EnumSource(names = {"CSV", "TSV"})
  void noCharacterBreaksTheLine(Format format) throws IOException {
    StringBuilder every = new StringBuilder();
    for (char c = 0; c < 0x3000; c++) {
      every.append(c);
    }

    String written = Written.by(format, "name,id", Written.named(every.toString()));

    assertThat(written.lines()).hasSize(2);
    assertThat(written.replace("\n", "").replace("\t", ""))
        .matches(text -> text.chars().noneMatch(java.lang.Character::isISOControl));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "\"", "\"\"", " x ", "a;b", "#x", "", "'", "日,本", "\",\""})
  void csvIsReadBackAsItWas(String name) throws IOException {
    String longName = name + "x".repeat(5000);

    assertThat(readBack(Written.by(Format.CSV, "name,id", Written.named(name))))
        .containsExactly(List.of("name", "id"), List.of(name, ""));
    assertThat(readBack(Written.by(Format.CSV, "name", Written.named(longName))))
        .containsExactly(List.of("name"), List.of(longName));
  }

  private static List<List<String>> readBack(String csv) throws IOException {
    try (MappingIterator<List<String>> lines =
        new CsvMapper()
            .readerForListOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(csv)) {
      return lines.readAll();
    }
  }

  @Test
  void aSingleEmptyCellOfCsvIsNoEmptyLine() throws IOException {
    assertThat(Written.by(Format.CSV, "type", RICK, RICK)).isEqualTo("type\n\"\"\n\"\"\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|``",
        "[\"a\"]|a",
        "[\"a\", \"b\"]|a;b",
        "[1, 2.50, -3e2]|1;2.50;-3e2",
        "[true, null, false]|true;;false",
        "[{\"a\": 1}, [1, 2]]|`\"{\"\"a\"\":1};[1,2]\"`",
        "{\"name\": \"x\", \"url\": \"\"}|`\"{\"\"name\"\":\"\"x\"\",\"\"url\"\":\"\"\"\"}\"`",
        "null|``",
        "true|true",
      })
  void arraysAreJoinedAndObjectsAreJson(String json, String cell) throws IOException {
    assertThat(Written.by(Format.CSV, "id,type", "{\"id\":1,\"type\":" + json + "}"))
        .isEqualTo("id,type\n1," + cell + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+1",
        "-5",
        "-",
        "@SUM(A1)",
        "\uFF1D1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF201"
      })
  void aSpreadsheetRunsNothing(String name) throws IOException {
    assertThat(Written.by(Format.CSV, "name", Written.named(name)))
        .isEqualTo("name\n'" + name + "\n");
    assertThat(Written.by(Format.TSV, "name", Written.named(name)))
        .isEqualTo("name\n'" + name + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "`=HYPERLINK(\"http://x\",\"y\")`; `\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"`",
        "`\t=1`; \\u0009=1",
        "`\r=1`; \\u000d=1",
        "`\n=1`; \\u000a=1",
        "a=1; a=1",
        "1-1; 1-1",
        "`'=1`; `'=1`",
      })
  void onlyTheBeginningOfACellCounts(String name, String cell) throws IOException {
    assertThat(Written.by(Format.CSV, "name", Written.named(name)))
        .isEqualTo("name\n" + cell + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "-0.50", "-1e400", "0", "12345678901234567890.10"})
  void numbersStayNumbers(String number) throws IOException {
    for (Format format : new Format[] {Format.CSV, Format.TSV}) {
      assertThat(Written.by(format, "type", "{\"type\":" + number + "}"))
          .isEqualTo("type\n" + number + "\n");
    }
    assertThat(Written.by(Format.CSV, "type", "{\"type\":[" + number + "]}"))
        .isEqualTo("type\n" + (number.startsWith("-") ? "'" : "") + number + "\n");
  }
}
