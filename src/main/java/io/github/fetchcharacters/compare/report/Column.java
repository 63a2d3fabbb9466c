package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.compare.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A column of the table that people read; what is unknown is a dash.
 *
 * @param heading the unit included
 * @param numeric whether it is set to the right
 * @param cell of one row
 * @param inAll says in words what is the same in all rows; null for a column that stands even so
 * @param rank the turn at which it is left out, or shortened, where a row is too wide, from 1; 0
 *     for never
 * @param shorter what takes its place then; null for nothing
 */
public record Column(
    String heading,
    boolean numeric,
    Function<Series, String> cell,
    @Nullable UnaryOperator<String> inAll,
    int rank,
    @Nullable Column shorter) {

  public static final int MAX_RANK = 9;

  /** All columns, with one unit of time for all rows so that they compare at a glance. */
  public static List<Column> of(Comparison comparison) {
    List<Column> columns = new ArrayList<>();
    columns.add(kept("mode", false, Series::mode));
    swept(columns, comparison, "at once", Parameters::concurrency);
    swept(columns, comparison, "ids a request", Parameters::batchSize);
    columns.addAll(times(TimeUnit.inTable(comparison)));
    columns.add(kept("CPU [%]", true, CellText::cpu));
    columns.add(spare(9, "threads", one -> CellText.count(Math.rint(one.peakThreads())), null));
    columns.add(memory(comparison));
    columns.add(spare(5, "requests", one -> CellText.count(one.requests()), some("request")));
    columns.add(spare(1, "connections", CellText::connections, some("new connection")));
    columns.add(spare(2, "retries", one -> "" + one.retries(), text -> text + " retries"));
    columns.add(spare(2, "protocol", Series::protocol, UnaryOperator.identity()).toTheLeft());
    columns.add(speedUp(comparison));
    return columns;
  }

  private static Column kept(String heading, boolean numeric, Function<Series, String> cell) {
    return new Column(heading, numeric, cell, null, 0, null);
  }

  private static Column spare(
      int rank,
      String heading,
      Function<Series, String> cell,
      @Nullable UnaryOperator<String> inAll) {
    return new Column(heading, true, cell, inAll, rank, null);
  }

  private Column toTheLeft() {
    return new Column(heading, false, cell, inAll, rank, shorter);
  }

  private static UnaryOperator<String> some(String noun) {
    return number ->
        number.equals(CellText.UNKNOWN)
            ? noun + "s unknown"
            : number + " " + noun + (number.equals("1") ? "" : "s");
  }

  /** A value of the sweep; no column where it is the same for all that depend on it. */
  private static void swept(
      List<Column> columns,
      Comparison comparison,
      String heading,
      Function<Parameters, OptionalInt> value) {
    Function<Series, OptionalInt> own = one -> value.apply(one.parameters());
    if (comparison.series().stream().anyMatch(one -> own.apply(one).isPresent())) {
      columns.add(kept(heading, true, own.andThen(Column::orNothing)));
    }
  }

  private static String orNothing(OptionalInt value) {
    return value.isPresent() ? "" + value.getAsInt() : "";
  }

  private static List<Column> times(TimeUnit time) {
    String unit = " [" + time.symbol() + "]";
    return List.of(
        kept("median" + unit, true, one -> time.number(one.times().median())),
        spare(4, "min … max" + unit, one -> CellText.range(one.times(), time), null),
        mean(time, unit));
  }

  private static Column mean(TimeUnit time, String unit) {
    return new Column(
        "mean ± σ" + unit,
        true,
        one -> CellText.meanAndDeviation(one.times(), time),
        null,
        8,
        kept("mean" + unit, true, one -> time.number(one.times().mean())));
  }

  /** Measured figures stay in the table, even if they happen to be the same. */
  private static Column memory(Comparison comparison) {
    boolean unknown =
        comparison.series().stream().allMatch(one -> Double.isNaN(one.allocatedBytes()));
    return spare(
        6, "memory [MB]", CellText::memory, unknown ? dash -> "allocated memory unknown" : null);
  }

  /** Without a sweep the sentences have the interval, too. */
  private static Column speedUp(Comparison comparison) {
    Column shorter =
        kept(
            "speed-up",
            true,
            one -> comparison.isReference(one) ? "1" : comparison.speedUp(one).valueInFigures());
    return new Column(
        "speed-up (95 %)",
        true,
        one -> comparison.isReference(one) ? "1" : comparison.speedUp(one).inFigures(),
        null,
        comparison.sweep().isPresent() ? 7 : 3,
        shorter);
  }
}
