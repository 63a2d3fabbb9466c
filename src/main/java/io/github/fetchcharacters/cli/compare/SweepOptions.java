package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.cli.option.FetchOptions;
import io.github.fetchcharacters.cli.option.OptionGroup;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.compare.Parameters;
import io.github.fetchcharacters.fetch.Mode;
import io.github.fetchcharacters.fetch.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/** The values at which each mode is measured: several make a sweep. */
final class SweepOptions {

  /** A round has a turn of each; more would make rounds that last too long to compare. */
  private static final int MAX_VARIANTS = 100;

  private final OptionValue<List<Integer>> concurrency;
  private final OptionValue<List<Integer>> batchSize;

  /** Adds the options to the group. */
  SweepOptions(OptionGroup group) {
    concurrency =
        group.commaList(
            Integer.class,
            List.of(FetchOptions.DEFAULT_CONCURRENCY),
            OptionSpec.builder("-c", "--concurrency")
                .paramLabel("N")
                .description(
                    "Most requests in flight, 1 to 1000. Several, as 1,10,100, measure each mode at"
                        + " each. Default: 50."));
    batchSize =
        group.commaList(
            Integer.class,
            List.of(Plan.MAX_BATCH_SIZE),
            OptionSpec.builder("--batch-size")
                .paramLabel("N")
                .description(
                    "Most ids of one request of batch, 1 to 100; one or several. Default: 100."));
  }

  /** Throws the usage error of a wrong value, or of several that none of the modes depends on. */
  void check(OptionValue<List<Mode>> modes) {
    check(concurrency, FetchOptions.MAX_CONCURRENCY);
    check(batchSize, Plan.MAX_BATCH_SIZE);
    requireUse(concurrency, modes, SweepOptions::isConcurrent);
    requireUse(batchSize, modes, Mode.BATCH::equals);
  }

  /**
   * The modes at every value that they depend on, the values in ascending order; throws the usage
   * error of too many.
   */
  List<Variant> variants(List<Mode> modes) {
    List<Variant> variants = new ArrayList<>();
    modes.forEach(mode -> add(variants, mode));
    if (variants.size() > MAX_VARIANTS) {
      throw concurrency.wrong(
          ("too much to compare: each mode at each value of --concurrency or --batch-size makes"
                  + " %d rows, and at most %d are possible")
              .formatted(variants.size(), MAX_VARIANTS));
    }
    return variants;
  }

  private static void check(OptionValue<List<Integer>> option, int max) {
    List<Integer> values = option.value();
    values.forEach(value -> FetchOptions.within(option, value, max));
    List<Integer> again = new ArrayList<>(values);
    new LinkedHashSet<>(values).forEach(again::remove);
    if (!again.isEmpty()) {
      throw option.invalid(again.get(0) + " is given twice");
    }
  }

  private static void requireUse(
      OptionValue<List<Integer>> option, OptionValue<List<Mode>> modes, Predicate<Mode> depends) {
    if (!option.fits(() -> !isSwept(option) || modes.value().stream().anyMatch(depends), modes)) {
      throw option.invalid("none of " + inWords(modes) + " depends on it", modes);
    }
  }

  static String inWords(OptionValue<List<Mode>> modes) {
    return "--modes=" + modes.value().stream().map(Mode::toString).collect(Collectors.joining(","));
  }

  private void add(List<Variant> variants, Mode mode) {
    for (int requests : values(concurrency, isConcurrent(mode))) {
      for (int ids : values(batchSize, mode == Mode.BATCH)) {
        Parameters parameters =
            new Parameters(
                mode.toString(),
                swept(concurrency, isConcurrent(mode), requests),
                swept(batchSize, mode == Mode.BATCH, ids));
        variants.add(new Variant(mode, new Plan(requests, ids, true), parameters));
      }
    }
  }

  private static boolean isConcurrent(Mode mode) {
    return mode != Mode.SYNC;
  }

  private static List<Integer> values(OptionValue<List<Integer>> option, boolean used) {
    List<Integer> sorted = option.value().stream().sorted().toList();
    return used ? sorted : sorted.subList(0, 1);
  }

  private static OptionalInt swept(OptionValue<List<Integer>> option, boolean used, int value) {
    return used && isSwept(option) ? OptionalInt.of(value) : OptionalInt.empty();
  }

  private static boolean isSwept(OptionValue<List<Integer>> option) {
    return option.value().size() > 1;
  }
}
