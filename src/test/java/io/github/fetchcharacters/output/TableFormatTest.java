package io.github.fetchcharacters.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.terminal.TextColumns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFormatTest {

  private static final String RICK =
      """
      {"id": 1, "name": "Rick Sanchez", "status": "Alive", "species": "Human", "type": "",
       "gender": "Male", "origin": {"name": "Earth (C-137)", "url": "u"}, "episode": ["a", "b"]}
      """;
  private static final String ZOE =
      """
      {"id": 340, "name": "Zoë", "status": "unknown", "species": "Human", "gender": "Female",
       "origin": {"name": "Signus 5"}}
      """;

  @Test
  void isAlignedWithNumbersToTheRight() throws IOException {
    assertThat(Written.by(Format.TABLE, "", RICK, ZOE))
        .isEqualTo(
            """
             id  name          status   species  gender  origin.name
              1  Rick Sanchez  Alive    Human    Male    Earth (C-137)
            340  Zoë           unknown  Human    Female  Signus 5
            """);
  }

  @Test
  void hasAHeaderEvenWithoutARecord() throws IOException {
    assertThat(Written.by(Format.TABLE, "id,origin.name")).isEqualTo("id  origin.name\n");
  }

  @Test
  void hasBlanksWhereThereIsNothing() throws IOException {
    assertThat(Written.by(Format.TABLE, "type,episode,name,image", RICK, ZOE))
        .isEqualTo(
            """
            type  episode  name          image
                  a;b      Rick Sanchez
                           Zoë
            """);
  }

  @Test
  void isAlignedWhateverTheWritingSystem() throws IOException {
    List<String> records = new ArrayList<>();
    for (String name :
        List.of("Rick", "日本", "👨\u200d👩\u200d👧\u200d👦", "e\u0301e\u0301", "🇩🇪", "שלום")) {
      records.add("{\"name\":\"" + name + "\",\"id\":7}");
    }

    assertThat(Written.by(new Layout(Format.TABLE, Fields.parse("name,id")), records).lines())
        .containsExactly(
            "name  id",
            "Rick   7",
            "日本   7",
            "👨\u200d👩\u200d👧\u200d👦     7",
            "e\u0301e\u0301     7",
            "🇩🇪     7",
            "שלום   7");
  }

  @Test
  void doesNotLetTheServerDriveTheTerminal() throws IOException {
    String name = "\u001b[2J\u0007\n\u202ea\t";

    assertThat(
            Written.by(Format.TABLE, "name,id", Written.named(name), Written.named("=1")).lines())
        .containsExactly(
            "name" + " ".repeat(32) + "id", "\\u001b[2J\\u0007\\u000a\\u202ea\\u0009", "=1");
  }

  @Test
  void aVeryLongCellSticksOutAndDoesNotMoveTheOthers() throws IOException {
    String longName = "x".repeat(150);

    assertThat(
            Written.by(
                Format.TABLE,
                "name,id",
                "{\"name\":\"" + longName + "\",\"id\":1}",
                "{\"name\":\"y\",\"id\":2}"))
        .isEqualTo(
            ("name" + " ".repeat(96) + "  id\n")
                + (longName + "   1\n")
                + ("y" + " ".repeat(99) + "   2\n"));
  }

  // The terminal's width

  @Test
  void leavesOutTheLastColumnsWhereTheTerminalIsTooNarrowAndNamesThem() throws IOException {
    assertThat(Written.by(terminal(40, true), RICK, ZOE))
        .isEqualTo(
            """
             id  name          status   species
              1  Rick Sanchez  Alive    Human
            340  Zoë           unknown  Human
            … without gender, origin.name
            """);
  }

  @Test
  void keepsTheNameWhereverItStands() throws IOException {
    assertThat(
            Written.by(
                new Layout(Format.TABLE, Fields.parse("id,status,species,name"), 30, false),
                RICK,
                ZOE))
        .isEqualTo(
            """
             id  status   name
              1  Alive    Rick Sanchez
            340  unknown  Zoë
            ~ without species
            """);
  }

  @Test
  void isCutWithAsciiWhereTheTerminalShowsNoMore() throws IOException {
    assertThat(Written.by(new Layout(Format.TABLE, Fields.parse("name"), 6, false), RICK))
        .isEqualTo("name\nRick ~\n");
  }

  @Test
  void theWidestColumnsGiveWayFirst() throws IOException {
    assertThat(Written.by(terminal(57, true), RICK, ZOE))
        .isEqualTo(
            """
             id  name          status   species  gender  origin.name
              1  Rick Sanchez  Alive    Human    Male    Earth (C-13…
            340  Zoë           unknown  Human    Female  Signus 5
            """);
  }

  @Test
  void noRowSticksOutOfColumnsThatGaveWay() throws IOException {
    String last = "{\"id\":2,\"name\":\"Rick Sanchez\",\"status\":\"-\"}";

    assertThat(
            Written.by(new Layout(Format.TABLE, Fields.parse("name,status"), 15, true), RICK, last))
        .isEqualTo(
            """
            name     status
            Rick S…  Alive
            Rick S…  -
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 10, 20, 27, 28, 29, 40, 61, 62, 63, 80, 9999})
  void neverTakesMoreThanTheTerminalHas(int width) throws IOException {
    String wide = "{\"id\":5,\"name\":\"日本語の長い名前がここにあります\",\"status\":\"👨\u200d👩\u200d👧🥒\"}";

    assertThat(Written.by(terminal(width, true), RICK, wide, ZOE).lines())
        .hasSizeBetween(4, 5)
        .allSatisfy(line -> assertThat(TextColumns.count(line, 10_000)).isLessThanOrEqualTo(width));
  }

  @Test
  void aRowThatComesLateUsesTheRoomThatTheTerminalHas() throws IOException {
    List<String> records = shortNames(TableWriter.MEASURED);
    records.add("{\"id\":7,\"name\":\"" + "n".repeat(25) + "\"}");
    records.add("{\"id\":8,\"name\":\"" + "n".repeat(26) + "\"}");

    assertThat(
            Written.by(new Layout(Format.TABLE, Fields.parse("name,id"), 29, true), records)
                .lines())
        .endsWith("n".repeat(25) + "   7", "nnn…   8");
  }

  // The rows that are measured

  @Test
  void measuresTheFirstRowsAndWritesTheRestAtOnce() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter writer = new Layout(Format.TABLE, Fields.parse("name,id")).writer(out);
    List<String> records = shortNames(TableWriter.MEASURED - 1);
    records.forEach(record -> write(writer, record));
    assertThat(out.size()).isZero();

    write(writer, "{\"id\":9,\"name\":\"longest\"}");
    assertThat(out.toString(UTF_8).lines())
        .hasSize(TableWriter.MEASURED + 1)
        .startsWith("name     id", "abcd      1")
        .endsWith("longest   9");

    write(writer, "{\"id\":10,\"name\":\"sticks out\"}");
    assertThat(out.toString(UTF_8)).endsWith("\nsticks out  10\n");
    writer.finish();
    assertThat(out.toString(UTF_8).lines()).hasSize(TableWriter.MEASURED + 2);
  }

  private static void write(RecordWriter writer, String record) {
    try {
      writer.write(new Character(1, "any", record));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "99", "100", "101", "250"})
  void hasEveryRowOnce(int count) throws IOException {
    assertThat(
            Written.by(new Layout(Format.TABLE, Fields.parse("name,id")), shortNames(count))
                .lines())
        .hasSize(count + 1)
        .startsWith("name  id")
        .endsWith("abcd   1");
  }

  @Test
  void aMissingNumberLeavesItsColumnNumeric() throws IOException {
    assertThat(
            Written.by(
                Format.TABLE,
                "name,type",
                "{\"name\":\"a\",\"type\":50}",
                "{\"name\":\"b\",\"type\":null}",
                "{\"name\":\"c\",\"type\":7}"))
        .isEqualTo(
            """
            name  type
            a       50
            b
            c        7
            """);
  }

  private static List<String> shortNames(int count) {
    return new ArrayList<>(Collections.nCopies(count, "{\"id\":1,\"name\":\"abcd\"}"));
  }

  private static Layout terminal(int width, boolean utf8) {
    return new Layout(Format.TABLE, null, width, utf8);
  }
}
