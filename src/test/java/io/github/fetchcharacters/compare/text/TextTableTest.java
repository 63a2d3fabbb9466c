package io.github.fetchcharacters.compare.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.report.Samples;
import io.github.fetchcharacters.compare.report.SweepSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

  private static String plain(Comparison comparison) {
    return TextTable.plain().export(comparison, Samples.conditions());
  }

  private static String charted(Comparison comparison, int width, boolean utf8) {
    return TextTable.charted(width, utf8).export(comparison, Samples.conditions());
  }

  /** batch at concurrencies and sizes, with times as long as they get. */
  private static Comparison batches(int... concurrencies) {
    List<Series> all = new ArrayList<>();
    for (int concurrency : concurrencies) {
      for (int ids : new int[] {20, 100}) {
        Parameters parameters =
            new Parameters("batch", OptionalInt.of(concurrency), OptionalInt.of(ids));
        all.add(SweepSamples.series(parameters, 123.4, concurrency + ids, 1000));
      }
    }
    return new Comparison(200, "batch", all);
  }

  @Test
  void aSweepFitsEightyColumns() {
    assertThat(plain(SweepSamples.sweep()))
        .isEqualTo(
            """
            3 characters, 3 rounds after 1 to warm up

                       at  median     mean ± σ  CPU           memory          speed-up
            mode     once    [ms]         [ms]  [%]  threads    [MB]            (95 %)
            threads     1   10312  10312 ± 333    5       25     8.1                 1
            threads     5    2089    2089 ± 67   15       29     8.2                 1
            threads    10    1061    1061 ± 34   27       34     8.3                 1
            threads    20     548     548 ± 18   49       44     8.4                 1
            threads    50     253      253 ± 8  102       74     8.5                 1
            threads   100     185      185 ± 6  138      124     8.6                 1
            threads   200     318     318 ± 10   82      224     8.7                 1
            async       1   10298  10298 ± 332    5       24     8.2  1.00 (0.94–1.07)
            async       5    2077    2077 ± 67   15       24     8.3  1.01 (0.94–1.07)
            async      10    1055    1055 ± 34   27       24     8.4  1.01 (0.94–1.07)
            async      20     541     541 ± 17   49       24     8.5  1.01 (0.95–1.08)
            async      50     234      234 ± 8  110       24     8.6  1.08 (1.01–1.15)
            async     100     140      140 ± 5  182       24     8.7  1.32 (1.24–1.41)
            async     200     114      114 ± 4  222       24     8.8  2.79 (2.62–2.98)

            In all rows: 200 requests, 0 new connections, 0 retries, HTTP/1.1.
            Not shown at 80 columns: min … max [ms]. The exports have all.
            Times go from the first request to the last record: starting threads, connecting, waiting and decoding lie inside.
            Connections were kept from round to round.
            CPU is the process's CPU time ÷ wall time: 100 % is one busy core. It holds the built-in server's share, which ran in the same process. The JVM's compiler worked for 5 % (threads), 5 % (async) of the time.
            Threads are the most platform threads that the process had at once in a typical turn, those that keep the connections of other rows included. Up to 2 of them carried virtual threads, which are not counted.
            Warning: the process kept most of its 2 cores busy (async, 100 at once: 1.8; async, 200 at once: 2.2): the times may hold waits for the processor, not for the server.

            async against threads: faster with 50, 100 and 200 at once (1.08 to 2.79 times); no difference found with 1, 5, 10 and 20 at once
            threads gain nothing beyond 100 at once (0.58, 95 %: 0.54 to 0.62, from 100 to 200) and lose at 200
            async still gains at 200 at once (1.23, 95 %: 1.15 to 1.31, from 100 to 200)
            """);
  }

  @Test
  void aWideTerminalShowsAllColumnsThatFit() {
    assertThat(charted(Samples.comparison(), 120, true))
        .contains("connections", "retries", "protocol", "min … max", "3.00 (2.99–3.01)")
        .doesNotContain("In all rows", "Not shown");
    assertThat(charted(SweepSamples.sweep(), 120, true))
        .contains(
            """
                       at  median     min … max     mean ± σ  CPU           memory          speed-up
            mode     once    [ms]          [ms]         [ms]  [%]  threads    [MB]            (95 %)
            threads     1   10312  9900 … 10724  10312 ± 333    5       25     8.1                 1
            threads     5    2089   2005 … 2173    2089 ± 67   15       29     8.2                 1
            threads    10    1061   1019 … 1103    1061 ± 34   27       34     8.3                 1
            threads    20     548     526 … 570     548 ± 18   49       44     8.4                 1
            threads    50     253     243 … 263      253 ± 8  102       74     8.5                 1
            threads   100     185     178 … 192      185 ± 6  138      124     8.6                 1
            threads   200     318     305 … 331     318 ± 10   82      224     8.7                 1
            async       1   10298  9886 … 10710  10298 ± 332    5       24     8.2  1.00 (0.94–1.07)
            async       5    2077   1994 … 2160    2077 ± 67   15       24     8.3  1.01 (0.94–1.07)
            async      10    1055   1013 … 1097    1055 ± 34   27       24     8.4  1.01 (0.94–1.07)
            async      20     541     519 … 563     541 ± 17   49       24     8.5  1.01 (0.95–1.08)
            async      50     234     225 … 243      234 ± 8  110       24     8.6  1.08 (1.01–1.15)
            async     100     140     134 … 146      140 ± 5  182       24     8.7  1.32 (1.24–1.41)
            async     200     114     109 … 119      114 ± 4  222       24     8.8  2.79 (2.62–2.98)
            """)
        .contains("In all rows: 200 requests, 0 new connections, 0 retries, HTTP/1.1.")
        .doesNotContain("Not shown");
    assertThat(charted(SweepSamples.sweep(), 140, true)).doesNotContain("In all rows");
  }

  @Test
  void aNarrowTerminalShowsFewerColumnsAndSaysWhich() {
    assertThat(charted(SweepSamples.sweep(), 50, true))
        .contains(
            """
                       at  median   mean  CPU
            mode     once    [ms]   [ms]  [%]  speed-up
            threads     1   10312  10312    5         1
            threads     5    2089   2089   15         1
            threads    10    1061   1061   27         1
            threads    20     548    548   49         1
            threads    50     253    253  102         1
            threads   100     185    185  138         1
            threads   200     318    318   82         1
            async       1   10298  10298    5      1.00
            async       5    2077   2077   15      1.01
            async      10    1055   1055   27      1.01
            async      20     541    541   49      1.01
            async      50     234    234  110      1.08
            async     100     140    140  182      1.32
            async     200     114    114  222      2.79
            """)
        .contains("Not shown at 50 columns: min … max [ms], mean ± σ\n[ms], threads, memory [MB],");
  }

  @Test
  void memoryThatIsTheSameInAllRowsStandsInTheTable() {
    Series one = SweepSamples.series(Parameters.of("async"), 0.2, 0, 20);
    assertThat(plain(new Comparison(200, "async", List.of(one))))
        .contains("memory", "In all rows: 200 requests, ");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100, 120, 200})
  void noLineIsWiderThanTheTerminal(int width) {
    for (Comparison comparison :
        List.of(SweepSamples.sweep(), Samples.comparison(), batches(1, 500, 1000))) {
      for (boolean utf8 : new boolean[] {true, false}) {
        assertThat(charted(comparison, width, utf8).lines())
            .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
      }
      assertThat(plain(comparison).lines().filter(line -> line.matches("[a-z]+  .*")))
          .hasSize(comparison.series().size() + 1)
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
  }

  @Test
  void aTerminalShowsASweepAsAChart() {
    assertThat(charted(SweepSamples.sweep(), 80, true))
        .contains(
            """
            median fetch time [ms] over requests at once, both scales logarithmic
            20000 ┤
            10000 ┤◉·····
                  │
             5000 ┤      ·······
                  │             ·······
             2000 ┤                    ·◉·······
             1000 ┤                             ·◉····
              500 ┤                                   ·····◉·
                  │                                          ·······                     ●
              200 ┤                                                 ···◉···     ●
                  │                                                        ·····○        ○
              100 ┤                                                             ·········
               50 ┤                                                                      ·
                  └───────────────────────────────────────────────────────────────────────
                   1                    5        10        20          50      100      200
                   ● threads   ○ async   ◉ several   · ideal: ⌈200 ÷ c⌉ × 51 ms
            """);
    assertThat(charted(Samples.comparison(), 80, true)).doesNotContain("logarithmic");
  }

  @Test
  void aModeThatDoesNotDependOnTheValueIsABrokenLineFromEndToEnd() {
    assertThat(charted(Samples.sweep(), 60, true))
        .contains(
            """
            2000 ┤
                 │
                 │◉
                 │●···●···●···●·· ●   ●   ●   ●   ●   ●   ●   ●   ●
            1000 ┤
                 │
                 │               ···················
             500 ┤
                 │                                  ·············
                 │                                                   ○
                 │                                               ····◆
                 │
             200 ┤
                 └────────────────────────────────────────────────────
                  1                                                  4
                  ● sync   ○ threads   ◆ async   ◉ several
            """);
  }

  @Test
  void theChartIsAsciiWhereTheLocaleShowsNoMore() {
    assertThat(charted(SweepSamples.sweep(), 50, false))
        .contains(
            """
            median fetch time [ms] over requests at once, both
            scales logarithmic
            20000 +
            10000 +?...
                  |
             5000 +    ...
                  |       .....
             2000 +            ?....
             1000 +                 ?..
              500 +                    ...?
                  |                        ....            o
              200 +                            ..?.   o
                  |                                ...x    x
              100 +                                   .....
               50 +                                        .
                  +-----------------------------------------
                   1           5    10    20     50  100  200
                   o threads   x async   ? several
                   . ideal: ceil(200 / c) x 51 ms
            """);
  }

  @Test
  void aChartOfManyCurvesDrawsThoseThatHaveAMark() {
    List<Series> all = new ArrayList<>();
    for (int ids = 1; ids <= 9; ids++) {
      for (int concurrency : new int[] {2, 4}) {
        Parameters parameters =
            new Parameters("batch", OptionalInt.of(concurrency), OptionalInt.of(ids));
        all.add(SweepSamples.series(parameters, 1.0 / ids / concurrency, ids, 20));
      }
    }
    assertThat(charted(new Comparison(200, "batch", all), 80, true))
        .contains("△ batch, 8 ids a request")
        .contains("the others are in the table alone")
        .doesNotContain("· ideal");
  }

  /** A compilation counts whole when it ends: here 40 ms in a turn of 1 ms. */
  @Test
  void theCompilersShareOfBriefTurnsIsLeftOut() {
    assertThat(TextTable.plain().export(Samples.compiled(0.001, 0.04), Samples.conditions()))
        .doesNotContain("compiler");
    assertThat(TextTable.plain().export(Samples.compiled(0.4, 0.04), Samples.conditions()))
        .contains("The JVM's compiler worked for 10 % (sync) of the time.");
  }
}
