package io.github.fetchcharacters.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Refusal;
import io.github.fetchcharacters.compare.baseline.Baseline;
import io.github.fetchcharacters.compare.page.HtmlReport;
import io.github.fetchcharacters.compare.text.TextTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the exports about an earlier comparison, and about a refused one. */
class ChangeExportTest {

  private final Comparison comparison = Samples.comparison();
  private final Conditions conditions = Samples.conditions();

  /** sync took twice as long; there was no async. */
  private Conditions since() {
    Baseline.Earlier sync =
        new Baseline.Earlier(Parameters.of("sync"), "HTTP/1.1", List.of(1.196, 1.2, 1.204));
    return conditions.since(
        new Baseline("<old>.json", conditions.setup(), List.of(sync))
            .changes(conditions.setup(), comparison.series()));
  }

  @Test
  void theTableIsFollowedByTheChangesAndTheReasonsForNone() {
    assertThat(TextTable.plain().export(comparison, since()))
        .contains("\nWarning: async is not in <old>.json.\n")
        .endsWith("\n\nsync is 2.00 times faster than in <old>.json (95 %: 1.98 to 2.02)\n");
  }

  @Test
  void markdownHasThemInItsList() {
    assertThat(new MarkdownExport().export(comparison, since()))
        .contains("\n- Warning: async is not in \\<old\\>.json.\n")
        .contains("\n- sync is 2.00 times faster than in \\<old\\>.json (95 %: 1.98 to 2.02)\n");
  }

  @Test
  void thePageHasThemBehindTheWarningsAndBeforeTheTable() {
    assertThat(new HtmlReport(Samples.nothing()).export(comparison, since()))
        .containsSubsequence(
            "<li>async is not in &lt;old&gt;.json</li>",
            "times faster than sync",
            "sync is 2.00 times faster than in &lt;old&gt;.json (95 %: 1.98 to 2.02)</p>",
            "<table");
  }

  @Test
  void jsonHasTheChangeOfEachMode() throws Exception {
    JsonNode json =
        new ObjectMapper().readTree(new JsonExport(Samples.nothing()).export(comparison, since()));

    assertThat(json.at("/baseline").toString())
        .isEqualTo("{\"file\":\"<old>.json\",\"not_compared\":[\"async is not in <old>.json\"]}");
    JsonNode sync = json.at("/modes/0");
    assertThat(sync.get("change").doubleValue()).isCloseTo(2, within(1e-9));
    assertThat(sync.get("change_low").doubleValue()).isCloseTo(1.976, within(0.002));
    assertThat(sync.get("change_high").doubleValue()).isCloseTo(2.024, within(0.002));
    assertThat(json.at("/modes/1/change").isNull()).isTrue();
    assertThat(json.at("/modes/1/change_low").isNull()).isTrue();
  }

  @Test
  void withoutABaselineNothingIsSaidOfOne() {
    assertThat(new JsonExport(Samples.nothing()).export(comparison, conditions))
        .doesNotContain("baseline")
        .doesNotContain("\"change");
  }

  @Test
  void jsonOfARefusedComparisonHasTheReasonAndTheRoundsAndNoFiguresDrawnFromThem()
      throws Exception {
    Refusal refusal =
        new Refusal("the records differ", List.of("character 1: no"), false, comparison.series());
    JsonNode json =
        new ObjectMapper().readTree(new JsonExport(Samples.nothing()).refused(refusal, conditions));

    assertThat(json.get("refused").textValue()).isEqualTo("the records differ");
    assertThat(json.get("details").toString()).isEqualTo("[\"character 1: no\"]");
    assertThat(json.at("/modes/1/rounds").findValuesAsText("seconds"))
        .containsExactly("0.199", "0.2", "0.201");
    assertThat(json.at("/modes/1/warmup_rounds").findValuesAsText("seconds"))
        .containsExactly("0.75");
    assertThat(json.at("/environment/cores").intValue()).isEqualTo(2);
    assertThat(json.findValues("mean")).isEmpty();
    assertThat(json.has("results")).isFalse();
  }

  @Test
  void otherFormsHaveNoPlaceForARefusal() {
    Refusal refusal = new Refusal("the records differ", List.of(), false, List.of());

    assertThat(new CsvExport().refused(refusal, conditions)).isNull();
    assertThat(new MarkdownExport().refused(refusal, conditions)).isNull();
  }
}
