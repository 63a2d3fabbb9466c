package io.github.fetchcharacters.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.measurement.RecordContent;
import io.github.fetchcharacters.compare.text.TextTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportTest {

  private final Comparison comparison = Samples.comparison();
  private final Conditions conditions = Samples.conditions();

  @Test
  void theTableIsAlignedAndWhatIsTheSameInAllRowsStandsBelowIt() {
    assertThat(TextTable.plain().export(comparison, conditions))
        .isEqualTo(
            """
            3 characters, 3 rounds after 1 to warm up

                   median  min … max  mean ± σ  CPU                   speed-up
            mode     [ms]       [ms]      [ms]  [%]  threads            (95 %)
            sync      600  598 … 602   600 ± 2  ≈ 5        –                 1
            async     200  199 … 201   200 ± 1  ≈ 5        –  3.00 (2.99–3.01)

            In all rows: allocated memory unknown, 3 requests, 0 new connections, 0 retries, HTTP/1.1.
            Times go from the first request to the last record: starting threads, connecting, waiting and decoding lie inside.
            Connections were kept from round to round.
            CPU is the process's CPU time ÷ wall time: 100 % is one busy core. It holds the built-in server's share, which ran in the same process.
            Threads are the most platform threads that the process had at once in a typical turn, those that keep the connections of other rows included.

            async fetched 3 characters 3.00 times faster than sync (95 %: 2.99 to 3.01)
            """);
  }

  @Test
  void whatIsUnknownIsADashInTheTable() {
    assertThat(TextTable.plain().export(Samples.unknowns(), conditions))
        .contains(
            """
                  median      min … max  mean ± σ  CPU           speed-up
            mode     [s]            [s]       [s]  [%]  threads    (95 %)
            sync   1.500  1.500 … 1.500     1.500    –        –         1
            """)
        .contains("How many were opened is unknown: this Java does not identify every connection.");
  }

  @Test
  void whatWasSentAgainIsALineBelowTheTableForEachModeThatDidSo() {
    String line =
        "async: 2 requests sent again, which the server had not processed; no column counts them.";
    assertThat(TextTable.plain().export(Samples.resent(), conditions))
        .contains("\n" + line + "\n")
        .doesNotContain("sync: 0");
    assertThat(new MarkdownExport().export(Samples.resent(), conditions)).contains("\n- " + line);
  }

  @Test
  void whatWasSentAgainIsInTheJsonOfItsRoundAlone() throws Exception {
    String text = new JsonExport(Samples.nothing()).export(Samples.resent(), conditions);
    JsonNode modes = new ObjectMapper().readTree(text).get("modes");
    assertThat(modes.get(0).findValues("resent")).isEmpty();
    assertThat(modes.at("/1/rounds/0/resent").intValue()).isEqualTo(2);
  }

  @Test
  void aSweepIsALineOfEachValueInCsvAndInMarkdown() {
    assertThat(new CsvExport().export(SweepSamples.sweep(), conditions))
        .containsPattern(
            "\nthreads,50,,6,0.25.*,74.0,8500000.0,200.0,0,0,HTTP/1.1,1.0,,,\"threads, 50 at once\"\n")
        .containsPattern(
            "\nasync,200,,6,0.11.*,HTTP/1.1,2.7[0-9.]*,2.6[0-9.]*,2.9[0-9.]*,\"threads, 200 at once\"\n");
    assertThat(new MarkdownExport().export(SweepSamples.sweep(), conditions))
        .startsWith("| mode | at once | median [ms] |")
        .contains("\n| async | 200 | 114 | ");
  }

  @Test
  void aSweepHasItsParametersInTheJsonAndWhatATurnTook() throws Exception {
    JsonNode json =
        new ObjectMapper()
            .readTree(new JsonExport(Samples.nothing()).export(SweepSamples.sweep(), conditions));
    assertThat(json.at("/results/4/command").textValue()).isEqualTo("threads, 50 at once");
    assertThat(json.at("/results/4/parameters").toString())
        .isEqualTo("{\"mode\":\"threads\",\"concurrency\":50}");
    assertThat(json.at("/modes/13/speedup_over").textValue()).isEqualTo("threads, 200 at once");
    assertThat(json.at("/modes/4/concurrency").intValue()).isEqualTo(50);
    assertThat(json.at("/modes/4/peak_threads").intValue()).isEqualTo(74);
    assertThat(json.at("/modes/4/rounds/0/peak_threads").toString()).isEqualTo("74");
    assertThat(json.at("/modes/4/rounds/0/carriers").toString()).isEqualTo("2");
    assertThat(json.at("/modes/4/rounds/0/allocated_bytes").toString()).isEqualTo("8500000");
  }

  @Test
  void csvHasALineForEachMode() {
    List<String> lines = new CsvExport().export(comparison, conditions).lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "mode,concurrency,batch_size,runs,mean,stddev,median,min,max,cpu,peak_threads,"
                + "allocated_bytes,requests,connections,retries,protocol,speedup,speedup_low,speedup_high,"
                + "speedup_over");
    assertThat(lines.get(1))
        .startsWith("sync,,,3,0.6,0.00")
        .endsWith(",3.0,0,0,HTTP/1.1,1.0,,,sync");
    assertThat(lines.get(2))
        .startsWith("async,,,3,0.2")
        .contains(",3.0,0,0,HTTP/1.1,")
        .endsWith(",sync");
    assertThat(lines).hasSize(3);
  }

  @Test
  void whatIsUnknownIsAnEmptyCellInCsv() {
    assertThat(new CsvExport().export(Samples.unknowns(), conditions))
        .endsWith("\nsync,,,1,1.5,,1.5,1.5,1.5,,,,3.0,,0,HTTP/2,1.0,,,sync\n");
  }

  @Test
  void markdownHasATableAndWhatRepeatsIt() {
    assertThat(new MarkdownExport().export(comparison, conditions))
        .startsWith(
            """
            | mode | median [ms] | min … max [ms] | mean ± σ [ms] | CPU [%] | threads | memory [MB] | requests | connections | retries | protocol | speed-up (95 %) |
            | :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | :--- | ---: |
            | sync | 600 | 598 … 602 | 600 ± 2 | ≈ 5 | – | – | 3 | 0 | 0 | HTTP/1.1 | 1 |
            | async | 200 | 199 … 201 | 200 ± 1 | ≈ 5 | – | – | 3 | 0 | 0 | HTTP/1.1 | 3.00 (2.99–3.01) |
            """)
        .contains("\n    fetch-characters compare --demo --runs=3 1 10 100\n")
        .endsWith(
            "fetch-characters 1.0.0, OpenJDK 17.0.15, Linux 6.1 amd64, 2 cores,"
                + " 2026-11-21T10:00:00Z.\n");
  }

  @Test
  void jsonHasEveryTimeMeasuredAndTheConditions() throws Exception {
    JsonNode json =
        new ObjectMapper()
            .readTree(new JsonExport(Samples.nothing()).export(comparison, conditions));
    assertThat(json.at("/modes/0/rounds").findValuesAsText("seconds"))
        .containsExactly("0.598", "0.6", "0.602");
    assertThat(json.at("/modes/1/warmup_rounds").findValuesAsText("connections"))
        .containsExactly("3");
    assertThat(json.at("/modes/1/rounds/0/cpu_seconds").doubleValue()).isEqualTo(0.199 / 20);
    assertThat(json.at("/reference").textValue()).isEqualTo("sync");
    assertThat(json.at("/environment/jvm").textValue()).isEqualTo("OpenJDK 17.0.15");
    assertThat(json.at("/environment/cores").intValue()).isEqualTo(2);
    assertThat(json.at("/options/--concurrency").textValue()).isEqualTo("50");
    assertThat(json.at("/date").textValue()).isEqualTo("2026-11-21T10:00:00Z");
    assertThat(json.at("/ids").toString()).isEqualTo("[1,10,100]");
  }

  @Test
  void jsonHasWhatHyperfineWritesOfACommand() throws Exception {
    JsonNode json =
        new ObjectMapper()
            .readTree(new JsonExport(Samples.nothing()).export(comparison, conditions));
    assertThat(json.at("/environment/jvm_flags").toString()).isEqualTo("[\"-Xmx64m\"]");
    JsonNode async = json.at("/results/1");
    assertThat(async.fieldNames())
        .toIterable()
        .containsExactly(
            "command",
            "mean",
            "stddev",
            "median",
            "user",
            "system",
            "min",
            "max",
            "times",
            "parameters");
    assertThat(async.get("command").textValue()).isEqualTo("async");
    assertThat(async.get("mean").doubleValue()).isCloseTo(0.2, within(1e-9));
    assertThat(async.get("user").doubleValue()).isCloseTo(0.01, within(1e-9));
    assertThat(async.get("system").isNull()).isTrue();
    assertThat(async.get("times").toString()).isEqualTo("[0.199,0.2,0.201]");
    assertThat(async.at("/parameters/mode").textValue()).isEqualTo("async");
  }

  @Test
  void jsonHasTheAnswerTimesOfSingleRequests() throws Exception {
    Recorded recorded = Samples.recorded(Samples.timeline(), Map.of());
    String text = new JsonExport(recorded).export(comparison, conditions);
    JsonNode requests = new ObjectMapper().readTree(text).at("/modes/1/requests_seconds");
    assertThat(requests.fieldNames())
        .toIterable()
        .containsExactly("count", "p50", "p95", "p99", "max");
    assertThat(requests.get("count").intValue()).isEqualTo(20);
    assertThat(requests.get("p50").doubleValue()).isCloseTo(0.0105, within(1e-12));
    assertThat(requests.get("p95").doubleValue()).isCloseTo(0.01905, within(1e-12));
    assertThat(requests.get("p99").doubleValue()).isCloseTo(0.01981, within(1e-12));
    assertThat(requests.get("max").doubleValue()).isEqualTo(0.02);
  }

  @Test
  void answerTimesAreNullInJsonWhereThereIsNone() throws Exception {
    String text = new JsonExport(Samples.nothing()).export(comparison, conditions);
    assertThat(new ObjectMapper().readTree(text).at("/modes/0/requests_seconds"))
        .hasToString("{\"count\":0,\"p50\":null,\"p95\":null,\"p99\":null,\"max\":null}");
  }

  @Test
  void whatIsUnknownIsNullInJson() throws Exception {
    String text = new JsonExport(Samples.nothing()).export(Samples.unknowns(), conditions);
    JsonNode mode = new ObjectMapper().readTree(text).at("/modes/0");
    assertThat(mode.get("stddev").isNull()).isTrue();
    assertThat(mode.get("cpu").isNull()).isTrue();
    assertThat(mode.at("/rounds/0/connections").isNull()).isTrue();
    assertThat(mode.get("median").doubleValue()).isEqualTo(1.5);
  }

  @Test
  void recordsAreComparedByWhatTheySay() {
    assertThat(
            RecordContent.difference("{\"id\":1,\"a\":[1,2]}", "{ \"a\": [1, 2.0], \"id\": 1e0 }"))
        .isEmpty();
    assertThat(RecordContent.difference("{\"name\":\"é\"}", "{\"name\":\"\\u00e9\"}")).isEmpty();
    assertThat(RecordContent.difference("{\"a\":[1,2]}", "{\"a\":[2,1]}"))
        .isEqualTo("a[0] is 1 and 2");
    assertThat(RecordContent.difference("{\"a\":[1]}", "{\"a\":[1,2]}"))
        .isEqualTo("a is [1] and [1,2]");
    assertThat(RecordContent.difference("{\"id\":1}", "{\"id\":1,\"b\":null}"))
        .isEqualTo("b is missing and null");
    assertThat(RecordContent.difference("{\"o\":{\"n\":\"x\"}}", "{\"o\":{\"n\":\"y\"}}"))
        .isEqualTo("o.n is \"x\" and \"y\"");
    assertThat(RecordContent.difference("{", "{}")).isEqualTo("the record is { and {}");
  }
}
