package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.statistics.Ratio;
import io.github.fetchcharacters.compare.statistics.Summary;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The comparison as RFC 4180's comma-separated values, a line for each mode: times in seconds, the
 * CPU use as a share of one core; what is unknown is an empty cell.
 */
public final class CsvExport implements Exporter {

  private static final String HEADER =
      "mode,concurrency,batch_size,runs,mean,stddev,median,min,max,cpu,peak_threads,"
          + "allocated_bytes,requests,connections,retries,protocol,speedup,speedup_low,"
          + "speedup_high,speedup_over\n";

  @Override
  public String export(Comparison comparison, Conditions conditions) {
    return comparison.series().stream()
        .map(mode -> line(comparison, mode))
        .collect(Collectors.joining("", HEADER, ""));
  }

  private static String line(Comparison comparison, Series mode) {
    Summary times = mode.times();
    boolean reference = comparison.isReference(mode);
    Ratio speedUp = reference ? new Ratio(1, Double.NaN, Double.NaN) : comparison.speedUp(mode);
    Long connections = mode.connections();
    return cells(
        mode.mode(),
        inFigures(mode.parameters().concurrency()),
        inFigures(mode.parameters().batchSize()),
        times.count(),
        times.mean(),
        times.standardDeviation(),
        times.median(),
        times.min(),
        times.max(),
        mode.cpuUse(),
        mode.peakThreads(),
        mode.allocatedBytes(),
        mode.requests(),
        connections == null ? "" : connections,
        mode.retries(),
        mode.protocol(),
        speedUp.value(),
        speedUp.low(),
        speedUp.high(),
        comparison.referenceOf(mode).label());
  }

  private static String inFigures(OptionalInt value) {
    return value.isPresent() ? "" + value.getAsInt() : "";
  }

  private static String cells(Object... values) {
    return Arrays.stream(values).map(CsvExport::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(Object value) {
    boolean unknown = value instanceof Double number && number.isNaN();
    String text = unknown ? "" : value.toString();
    return text.indexOf(',') < 0 ? text : '"' + text + '"';
  }
}
