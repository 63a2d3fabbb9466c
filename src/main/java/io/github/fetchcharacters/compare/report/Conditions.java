package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Notes;
import io.github.fetchcharacters.compare.Warnings;
import io.github.fetchcharacters.compare.baseline.Changes;
import io.github.fetchcharacters.compare.baseline.Setup;
import io.github.fetchcharacters.compare.baseline.SetupFacts;
import io.github.fetchcharacters.model.InWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    return Notes.of(comparison, sharesProcess, cold);
  }

  /** The reasons for doubt, and those against a comparison with an earlier one. */
  public List<String> warnings(Comparison comparison) {
    List<String> warnings = new ArrayList<>(Warnings.of(comparison, cores, cold));
    warnings.addAll(changes == null ? List.of() : changes.reasons());
    return warnings;
  }

  /** For example {@code 3 characters, 10 rounds after 1 to warm up}. */
  public String heading() {
    return InWords.characters(ids.size())
        + ", "
        + InWords.counted(runs, "round", "rounds")
        + (warmup == 0 ? "" : " after " + warmup + " to warm up");
  }
}
