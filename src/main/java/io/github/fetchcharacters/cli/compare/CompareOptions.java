package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.cli.option.OptionGroup;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.cli.value.RoundCount;
import io.github.fetchcharacters.compare.baseline.Baseline;
import io.github.fetchcharacters.compare.baseline.JsonImport;
import io.github.fetchcharacters.compare.measurement.Rounds;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.file.InputFile;
import io.github.fetchcharacters.terminal.TerminalText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What is compared, how often, and with what. */
final class CompareOptions {

  /** More than a comparison of all that may be compared takes. */
  private static final int MAX_BASELINE_MEBIBYTES = 16;

  final OptionGroup group = new OptionGroup("What to compare");

  final OptionValue<List<Mode>> modes =
      group.commaList(
          Mode.class,
          List.of(Mode.SYNC, Mode.THREADS, Mode.ASYNC),
          OptionSpec.builder("--modes")
              .paramLabel("MODE")
              .description(
                  "The modes to compare, of ${COMPLETION-CANDIDATES}.",
                  "Default: sync,threads,async."));

  private final SweepOptions sweep = new SweepOptions(group);

  final OptionValue<RoundCount> runs =
      group.add(
          RoundCount.class,
          RoundCount.AUTO,
          OptionSpec.builder("--runs")
              .paramLabel("N")
              .converters(new RoundCount.Converter())
              .description(
                  "Rounds that count. auto: 10, and on while an interval is wider than 5 %, to 50"
                      + " rounds or 30 s, in a sweep for all values together. Default: auto."));

  final OptionValue<RoundCount> warmup =
      group.add(
          RoundCount.class,
          RoundCount.AUTO,
          OptionSpec.builder("--warmup")
              .paramLabel("N")
              .converters(new RoundCount.Converter())
              .description(
                  "Rounds before these that do not count. auto: 3, and on until times are"
                      + " steady, to 20 rounds or 10 s. Default: auto."));

  final OptionValue<Mode> reference =
      group.add(
          Mode.class,
          OptionSpec.builder("--reference")
              .paramLabel("MODE")
              .description(
                  "The mode the others are compared with.",
                  "Default: sync if compared, else the first."));

  final OptionValue<Path> baseline =
      group.add(
          Path.class,
          OptionSpec.builder("--baseline")
              .paramLabel("FILE")
              .description(
                  "Say what changed since an earlier comparison, written by --export-json."));

  final OptionValue<Boolean> cold =
      group.flag(
          OptionSpec.builder("--cold")
              .description(
                  "Open new connections for every turn. Default: they are kept between rounds."));

  final ExportOptions exports = new ExportOptions(group);

  /** Throws the usage error of a wrong value. */
  void check() {
    requireAtLeast(runs, 1);
    requireAtLeast(warmup, 0);
    if (new LinkedHashSet<>(modes.value()).size() < modes.value().size()) {
      throw modes.invalid("a mode is given twice");
    }
    sweep.check(modes);
    if (!reference.fits(() -> modes.value().contains(reference()), modes)) {
      throw reference.invalid(reference() + " is not among " + SweepOptions.inWords(modes), modes);
    }
  }

  private static void requireAtLeast(OptionValue<RoundCount> option, int min) {
    Integer fixed = option.value().fixed();
    if (fixed != null && fixed < min) {
      throw option.invalid(fixed + " is less than " + min);
    }
  }

  /**
   * What to compare with; null for nothing.
   *
   * @throws ParameterException if the file holds no comparison
   */
  @Nullable Baseline readBaseline() {
    Path file = baseline.orNull();
    try {
      return file == null
          ? null
          : JsonImport.read(
              TerminalText.escape(file.toString()),
              InputFile.readOrdinary(file, MAX_BASELINE_MEBIBYTES));
    } catch (IOException failure) {
      throw baseline.invalid("cannot use '" + file + "': " + failure.getMessage(), failure);
    }
  }

  /** What to measure; throws the usage error of a wrong value. */
  List<Variant> variants() {
    return sweep.variants(modes.value());
  }

  /** How many rounds to measure. */
  Rounds rounds() {
    return new Rounds(warmup.value().fixed(), runs.value().fixed());
  }

  Mode reference() {
    Mode given = reference.orNull();
    if (given != null) {
      return given;
    }
    List<Mode> modes = this.modes.value();
    return modes.contains(Mode.SYNC) ? Mode.SYNC : modes.get(0);
  }
}
