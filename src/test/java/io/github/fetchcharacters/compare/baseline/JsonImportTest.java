package io.github.fetchcharacters.compare.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Counts;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Refusal;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Turns;
import io.github.fetchcharacters.compare.report.JsonExport;
import io.github.fetchcharacters.compare.report.Samples;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonImportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static String export() {
    return new JsonExport(Samples.nothing()).export(Samples.comparison(), Samples.conditions());
  }

  @Test
  void whatWasExportedIsReadAgain() throws Exception {
    Baseline baseline = JsonImport.read("old.json", export());

    assertThat(baseline.file()).isEqualTo("old.json");
    assertThat(baseline.setup()).isEqualTo(Samples.conditions().setup());
    assertThat(baseline.series())
        .containsExactly(
            new Baseline.Earlier(Parameters.of("sync"), "HTTP/1.1", List.of(0.598, 0.6, 0.602)),
            new Baseline.Earlier(Parameters.of("async"), "HTTP/1.1", List.of(0.199, 0.2, 0.201)));
    assertThat(
            baseline.changes(Samples.conditions().setup(), Samples.comparison().series()).reasons())
        .isEmpty();
  }

  @Test
  void theValuesOfASweepAreReadAgain() throws Exception {
    Parameters swept = new Parameters("batch", OptionalInt.of(5), OptionalInt.of(20));
    Series series =
        new Series(
            swept,
            List.of(),
            List.of(Turns.of(1, 1, 0.1, 0, 0, new Counts(3, 0, 0, 0L, "HTTP/2"))));
    Comparison comparison = new Comparison(3, "batch", List.of(series));

    assertThat(
            JsonImport.read(
                    "f", new JsonExport(Samples.nothing()).export(comparison, Samples.conditions()))
                .series())
        .containsExactly(new Baseline.Earlier(swept, "HTTP/2", List.of(0.1)));
  }

  @Test
  void aRefusedComparisonIsNoBaseline() {
    String refused =
        new JsonExport(Samples.nothing())
            .refused(
                new Refusal("the records differ", List.of(), false, List.of()),
                Samples.conditions());
    assertThatThrownBy(() -> JsonImport.read("f", refused))
        .isInstanceOf(IOException.class)
        .hasMessage("its comparison was refused: the records differ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "{\"tool\":1} x", "<html>"})
  void whatIsNoJsonIsNoBaseline(String text) {
    assertThatThrownBy(() -> JsonImport.read("f", text)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/tool, \"hyperfine 1.18\", /tool",
    "/ids, 3, /ids",
    "/server, null, /server",
    "/environment/jvm, 17, /environment/jvm",
    "/environment/jvm_flags, \"-Xmx1g\", /environment/jvm_flags",
    "/environment/cores, \"two\", /environment/cores",
    "/options, [], /options",
    "/modes, {}, /modes",
    "/modes/0/mode, 1, /mode",
    "/modes/0/protocol, null, /protocol",
    "/modes/0/rounds, [], /rounds",
    "/modes/0/rounds/0/seconds, 0, /seconds",
    "/modes/0/rounds/0/seconds, -1, /seconds",
    "/modes/0/rounds/0/seconds, 1e999, /seconds",
    "/modes/0/rounds/0/seconds, \"1\", /seconds",
  })
  void aMemberThatIsNotAsExportedIsNamed(String path, String value, String named) throws Exception {
    JsonNode root = JSON.readTree(export());
    int slash = path.lastIndexOf('/');
    ((ObjectNode) root.at(path.substring(0, slash)))
        .set(path.substring(slash + 1), JSON.readTree(value));

    assertThatThrownBy(() -> JsonImport.read("f", root.toString()))
        .isInstanceOf(IOException.class)
        .hasMessage("it is no export of fetch-characters compare: see " + named);
  }

  @Test
  void whatTheFileSaysDoesNotDriveATerminal() throws Exception {
    String hostile = export().replace("\"built-in\"", "\"\\u001b[2J\\u202e\"");

    assertThat(JsonImport.read("f", hostile).setup().facts())
        .containsEntry("server", "\uFFFD[2J\uFFFD");
  }

  @Test
  void whatIsShownAndHowOftenDoesNotCountAndTheArchiveOfTheJvmNeither() {
    Map<String, String> options =
        Map.of("--runs", "9", "--warmup", "1", "--export-json", "f", "--modes", "sync");
    assertThat(facts(List.of("-Xmx1g", "-XX:SharedArchiveFile=/a"), options))
        .isEqualTo(facts(List.of("-Xmx1g", "-Xlog:disable"), Map.of()));
    assertThat(facts(List.of("-Xmx1g"), Map.of()))
        .isNotEqualTo(facts(List.of("-Xmx2g"), Map.of()))
        .isNotEqualTo(facts(List.of("-Xmx1g"), Map.of("--rate", "5/s")));
  }

  @Test
  void aSweepsListIsNoFactOfItsOwn() {
    assertThat(facts(List.of(), Map.of("--concurrency", "1,10")))
        .isEqualTo(facts(List.of(), Map.of("--concurrency", "10,50")))
        .isNotEqualTo(facts(List.of(), Map.of("--concurrency", "10")));
  }

  private static Map<String, String> facts(List<String> flags, Map<String, String> options) {
    return SetupFacts.of("s", "j", flags, "l", 2, options, List.of(1L)).facts();
  }
}
