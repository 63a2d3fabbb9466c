package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.cli.option.Version;
import io.github.fetchcharacters.cli.value.CommandText;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.report.Conditions;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Collects the conditions of a comparison. */
final class MeasuredConditions {

  /** Options that say nothing of how it was measured. */
  private static final Set<String> LEFT_OUT = Set.of("--help", "--version");

  private MeasuredConditions() {}

  /**
   * Collects them.
   *
   * @param start when the comparison began
   * @param measured a series of it
   */
  static Conditions of(
      CommandSpec spec,
      CompareOptions compare,
      URI server,
      boolean demo,
      List<Long> ids,
      Instant start,
      Series measured) {
    return new Conditions(
        "fetch-characters " + Version.number(),
        command(spec, server, demo),
        start.truncatedTo(ChronoUnit.SECONDS).toString(),
        property("java.vm.name") + " " + property("java.runtime.version"),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        demo ? "built-in" : server.toString(),
        demo,
        compare.cold.value(),
        measured.warmups().size(),
        measured.turns().size(),
        ids,
        options(spec),
        null);
  }

  /** Says where the API is, even if the environment said so. */
  private static String command(CommandSpec spec, URI server, boolean demo) {
    List<String> words = new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
    if (!demo && !spec.commandLine().getParseResult().hasMatchedOption("--base-url")) {
      words.add(words.indexOf(spec.name()) + 1, "--base-url=" + server);
    }
    return CommandText.of(words);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  /**
   * Without those that a comparison ignores, which the help hides; of what may hold a secret only
   * whether it was given.
   */
  private static Map<String, String> options(CommandSpec spec) {
    Map<String, String> options = new LinkedHashMap<>();
    for (OptionSpec option : spec.options()) {
      Object value = option.getValue();
      String name = option.longestName();
      boolean counts = !option.hidden() && !LEFT_OUT.contains(name);
      if (counts && value != null && !List.of().equals(value)) {
        options.put(name, CommandText.isSecretive(name) ? "…" : inWords(value));
      }
    }
    return options;
  }

  /** As it is written on the command line. */
  private static String inWords(Object value) {
    return value instanceof Collection<?> values
        ? values.stream().map(Object::toString).collect(Collectors.joining(","))
        : value.toString();
  }
}
