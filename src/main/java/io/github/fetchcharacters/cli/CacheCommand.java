package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cache.CacheFolder;
import io.github.fetchcharacters.cache.Inventory;
import io.github.fetchcharacters.cli.option.ExitCodes;
import io.github.fetchcharacters.cli.option.OptionGroup;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.cli.option.ToolOptions;
import io.github.fetchcharacters.model.InWords;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.TerminalText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code fetch-characters cache}: shows or empties what {@code --cache} keeps. */
final class CacheCommand implements Callable<Integer> {

  static final String SUMMARY = "Show what --cache keeps: where, how much and how old.";

  private final Streams streams;

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final OptionGroup group = new OptionGroup("What to do with it");

  private final OptionValue<Boolean> clear =
      group.flag(OptionSpec.builder("--clear").description("Remove all of it."));

  private CacheCommand(Streams streams) {
    this.streams = streams;
    spec.name(CommandNames.CACHE);
    spec.usageMessage()
        .customSynopsis("fetch-characters cache [--clear]")
        .description(SUMMARY)
        .sortOptions(false);
    group.addTo(spec);
    ToolOptions.addTo(spec);
  }

  static CommandLine commandLine(Streams streams) {
    return new CommandLine(new CacheCommand(streams).spec);
  }

  @Override
  public Integer call() throws IOException {
    Path folder = CacheFolder.byDefault(streams.environment());
    if (folder == null) {
      throw new IOException("there is no cache: neither XDG_CACHE_HOME nor HOME names a folder");
    }
    Inventory found = inventory(folder);
    String objection = CacheFolder.objectionAsItIs(folder);
    if (objection != null) {
      warn("the cache in " + folder + " is not used: " + objection);
    }
    if (clear.value()) {
      clear(found, folder);
      streams.print("removed " + amount(found) + "\n");
    } else {
      streams.print(
          TerminalText.escape(folder.toString()) + "\n" + amount(found) + age(found) + "\n");
    }
    return ExitCodes.OK;
  }

  private void warn(String line) {
    TerminalOptions.messages(streams, TerminalOptions.color(spec.commandLine().getParseResult()))
        .say("warning: " + TerminalText.escape(line));
  }

  private static Inventory inventory(Path folder) throws IOException {
    try {
      return Inventory.of(folder);
    } catch (IOException failed) {
      throw new IOException(
          "cannot read the cache in " + folder + ": " + CacheFolder.reason(failed), failed);
    }
  }

  private static void clear(Inventory found, Path folder) throws IOException {
    try {
      found.clear();
    } catch (IOException failed) {
      throw new IOException(
          "cannot empty the cache in " + folder + ": " + CacheFolder.reason(failed), failed);
    }
  }

  private static String amount(Inventory found) {
    return InWords.counted(found.entries().size(), "entry", "entries")
        + ", "
        + String.format(Locale.ROOT, "%.1f MB", found.size() / 1e6);
  }

  /** For example {@code , 3 min to 2 d old}; empty where no entry is whole. */
  private static String age(Inventory found) {
    Instant now = InstantSource.system().instant();
    List<Duration> ages =
        found.entries().stream()
            .map(Inventory.Item::stored)
            .filter(Objects::nonNull)
            .map(stored -> Duration.between(stored, now))
            .sorted()
            .toList();
    if (ages.isEmpty()) {
      return "";
    }
    String newest = InWords.age(ages.get(0));
    String oldest = InWords.age(ages.get(ages.size() - 1));
    return ", " + (newest.equals(oldest) ? "" : newest + " to ") + oldest + " old";
  }
}
