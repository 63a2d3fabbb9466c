package io.github.fetchcharacters.compare;

import io.github.fetchcharacters.model.InWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the figures of a comparison mean. */
public final class Notes {

  private static final String TIMES =
      "Times go from the first request to the last record: starting threads, connecting, waiting"
          + " and decoding lie inside.";

  /** Seconds of all turns in which one compilation is a large share. */
  private static final double BRIEF = 0.1;

  /** Share of the time below which the compiler's work does not matter. */
  private static final double SLIGHT = 0.005;

  private final Comparison comparison;
  private final List<Series> series;
  private final boolean sharesProcess;
  private final boolean cold;

  private Notes(Comparison comparison, boolean sharesProcess, boolean cold) {
    this.comparison = comparison;
    this.series = comparison.series();
    this.sharesProcess = sharesProcess;
    this.cold = cold;
  }

  /**
   * The notes, a sentence or two each.
   *
   * @param sharesProcess whether the server ran in this very process
   * @param cold whether each turn opened new connections by intent
   */
  public static List<String> of(Comparison comparison, boolean sharesProcess, boolean cold) {
    return new Notes(comparison, sharesProcess, cold).all();
  }

  private List<String> all() {
    List<String> notes = new ArrayList<>(List.of(TIMES, connections(), cpu(), threads()));
    notes.addAll(speedUps());
    series.stream().filter(one -> one.resent() > 0).map(Notes::resent).forEach(notes::add);
    return notes;
  }

  /** Which of its rows the reference takes for modes without one of its values. */
  private List<String> speedUps() {
    Map<String, Set<String>> modes = new LinkedHashMap<>();
    for (Series one : series) {
      Parameters other = comparison.referenceOf(one).parameters().beyond(one.parameters());
      if (!comparison.isReference(one) && !other.equals(Parameters.of(other.mode()))) {
        modes.computeIfAbsent(other.label(), first -> new LinkedHashSet<>()).add(one.mode());
      }
    }
    return modes.entrySet().stream()
        .map(
            entry ->
                "Speed-ups of %s are over %s."
                    .formatted(Grammar.list(List.copyOf(entry.getValue())), entry.getKey()))
        .toList();
  }

  private String connections() {
    String how = cold ? "Each turn opened new connections (--cold)." : "";
    if (series.stream().anyMatch(one -> one.connections() == null)) {
      return (how
              + " How many were opened is unknown: this Java does not identify every connection.")
          .strip();
    }
    if (cold) {
      return how;
    }
    boolean kept = series.stream().allMatch(one -> one.roundsThatConnected() == 0);
    return kept
        ? "Connections were kept from round to round."
        : "New connections are those of the counted rounds.";
  }

  private String cpu() {
    return "CPU is the process's CPU time ÷ wall time: 100 % is one busy core."
        + (sharesProcess
            ? " It holds the built-in server's share, which ran in the same process."
            : "")
        + compiler();
  }

  /**
   * By mode, all its values together; without those of {@link #BRIEF} turns: the JVM counts a
   * compilation when it ends, whole.
   */
  private String compiler() {
    Map<String, List<Series>> modes =
        series.stream()
            .collect(Collectors.groupingBy(Series::mode, LinkedHashMap::new, Collectors.toList()));
    String shares =
        modes.entrySet().stream()
            .filter(mode -> wallSeconds(mode.getValue()) >= BRIEF)
            .filter(mode -> compilerUse(mode.getValue()) >= SLIGHT)
            .map(mode -> percent(compilerUse(mode.getValue())) + " (" + mode.getKey() + ")")
            .collect(Collectors.joining(", "));
    return shares.isEmpty() ? "" : " The JVM's compiler worked for " + shares + " of the time.";
  }

  private static double compilerUse(List<Series> mode) {
    return mode.stream().mapToDouble(one -> one.compilerUse() * one.wallSeconds()).sum()
        / wallSeconds(mode);
  }

  private static double wallSeconds(List<Series> mode) {
    return mode.stream().mapToDouble(Series::wallSeconds).sum();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private String threads() {
    double carriers = series.stream().mapToDouble(Series::carriers).max().orElse(Double.NaN);
    return "Threads are the most platform threads that the process had at once in a typical turn,"
        + " those that keep the connections of other rows included."
        + (carriers > 0
            ? String.format(
                Locale.ROOT,
                " Up to %.0f of them carried virtual threads, which are not counted.",
                carriers)
            : "");
  }

  private static String resent(Series one) {
    return "%s: %s sent again, which the server had not processed; no column counts them."
        .formatted(one.label(), InWords.counted(one.resent(), "request", "requests"));
  }
}
