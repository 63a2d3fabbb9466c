package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.Warnings;
import io.github.fetchcharacters.compare.baseline.Changes;
import io.github.fetchcharacters.compare.baseline.Setup;
import io.github.fetchcharacters.compare.baseline.SetupFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Under which a comparison was made: enough to judge it and to repeat it.
 *
 * @param tool this program and its version
 * @param command repeats the comparison in a shell; holds no secret
 * @param date when it began, ISO 8601
 * @param jvm the Java virtual machine and its version
 * @param jvmFlags the options that it was started with
 * @param system the operating system and processor architecture
 * @param cores how many the process may use
 * @param server where the API was
 * @param sharesProcess whether the server ran in this very process, so that the CPU use holds its,
 *     too
 * @param cold whether each turn opened new connections, or kept those of the turn before
 * @param warmup rounds that were not counted
 * @param runs rounds that were counted
 * @param ids fetched in each turn, in this order
 * @param options all that can be set, by the name of the option; without secrets
 * @param changes since an earlier comparison; null where none was asked for
 */
public record Conditions(
    String tool,
    String command,
    String date,
    String jvm,
    List<String> jvmFlags,
    String system,
    int cores,
    String server,
    boolean sharesProcess,
    boolean cold,
    int warmup,
    int runs,
    List<Long> ids,
    Map<String, String> options,
    @Nullable Changes changes) {

  /** Seconds of all turns in which one compilation is a large share. */
  private static final double BRIEF = 0.1;

  /** Copies the lists, keeping their order. */
  public Conditions {
    jvmFlags = List.copyOf(jvmFlags);
    ids = List.copyOf(ids);
    options = new LinkedHashMap<>(options);
  }

  /** The same, held against an earlier comparison. */
  public Conditions since(Changes found) {
    return new Conditions(
        tool,
        command,
        date,
        jvm,
        jvmFlags,
        system,
        cores,
        server,
        sharesProcess,
        cold,
        warmup,
        runs,
        ids,
        options,
        found);
  }

  /** What an earlier comparison must have in common with this one. */
  public Setup setup() {
    return SetupFacts.of(server, jvm, jvmFlags, system, cores, options, ids);
  }

  /** A sentence for each change since the earlier comparison, if there is one. */
  public List<String> changesInWords() {
    return changes == null ? List.of() : changes.sentences();
  }

  /** What the comparison's figures mean, a sentence or two each. */
  public List<String> notes(Comparison comparison) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Times go from the first request to the last record: starting threads, connecting, waiting"
            + " and decoding lie inside.");
    notes.add(connections(comparison));
    notes.add(
        "CPU is the process's CPU time ÷ wall time: 100 % is one busy core."
            + (sharesProcess
                ? " It holds the built-in server's share, which ran in the same process."
                : "")
            + compiler(comparison));
    notes.add(threads(comparison));
    comparison.series().stream()
        .filter(mode -> mode.resent() > 0)
        .map(Conditions::resent)
        .forEach(notes::add);
    return notes;
  }

  private String connections(Comparison comparison) {
    List<Series> series = comparison.series();
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

  private static String threads(Comparison comparison) {
    double carriers =
        comparison.series().stream().mapToDouble(Series::carriers).max().orElse(Double.NaN);
    return "Threads are the most platform threads that the process had at once in a typical turn,"
        + " those that keep the connections of other rows included."
        + (carriers > 0
            ? String.format(
                Locale.ROOT,
                " Up to %.0f of them carried virtual threads, which are not counted.",
                carriers)
            : "");
  }

  /**
   * By mode, all its values together; without those of {@link #BRIEF} turns: the JVM counts a
   * compilation when it ends, whole.
   */
  private static String compiler(Comparison comparison) {
    Map<String, List<Series>> modes =
        comparison.series().stream()
            .collect(Collectors.groupingBy(Series::mode, LinkedHashMap::new, Collectors.toList()));
    String shares =
        modes.entrySet().stream()
            .filter(mode -> wallSeconds(mode.getValue()) >= BRIEF)
            .filter(mode -> compilerUse(mode.getValue()) >= 0.005)
            .map(
                mode ->
                    String.format(
                        Locale.ROOT,
                        "%.0f %% (%s)",
                        100 * compilerUse(mode.getValue()),
                        mode.getKey()))
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

  /** The reasons for doubt, and those against a comparison with an earlier one. */
  public List<String> warnings(Comparison comparison) {
    List<String> warnings = new ArrayList<>(Warnings.of(comparison, cores, cold));
    warnings.addAll(changes == null ? List.of() : changes.reasons());
    return warnings;
  }

  private static String resent(Series mode) {
    return "%s: %d %s sent again, which the server had not processed; no column counts them."
        .formatted(mode.label(), mode.resent(), mode.resent() == 1 ? "request" : "requests");
  }

  /** For example {@code 3 characters, 10 rounds after 1 to warm up}. */
  public String heading() {
    return ids.size()
        + (ids.size() == 1 ? " character, " : " characters, ")
        + runs
        + (runs == 1 ? " round" : " rounds")
        + (warmup == 0 ? "" : " after " + warmup + " to warm up");
  }
}
