package io.github.fetchcharacters.cli.fetch;

import io.github.fetchcharacters.cli.option.CacheOptions;
import io.github.fetchcharacters.cli.option.ConnectionOptions;
import io.github.fetchcharacters.cli.option.FetchOptions;
import io.github.fetchcharacters.cli.option.FilterOptions;
import io.github.fetchcharacters.cli.option.IdArguments;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.cli.option.RetryOptions;
import io.github.fetchcharacters.cli.option.SettingsOptions;
import io.github.fetchcharacters.cli.option.TerminalOptions;
import io.github.fetchcharacters.cli.option.ToolOptions;
import io.github.fetchcharacters.selection.CharacterIds;
import io.github.fetchcharacters.selection.PageSelection;
import io.github.fetchcharacters.selection.Selection;
import java.io.InputStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The ids and options of the command that fetches, as the command line has them. */
final class FetchArguments {

  private final OptionValue<List<String>> ids;

  private final FilterOptions filter = new FilterOptions();

  final FetchOptions fetch = new FetchOptions();

  final OutputOptions output = new OutputOptions();

  final RetryOptions retry = new RetryOptions();

  final ConnectionOptions connection = new ConnectionOptions();

  final CacheOptions cache = CacheOptions.used();

  final ReportOptions report = new ReportOptions();

  final TerminalOptions terminal = new TerminalOptions();

  /** Adds them to the command. */
  FetchArguments(CommandSpec spec) {
    ids =
        IdArguments.addTo(
            spec,
            "A positive number, a range (1-20), a comma list of these (1,10,100-120), or - for ids"
                + " from standard input, separated by white space or commas, # starting a comment.",
            "@FILE stands for the arguments in a file.");
    filter.group.addTo(spec);
    fetch.group.addTo(spec);
    output.group.addTo(spec);
    retry.group.addTo(spec);
    connection.group.addTo(spec);
    cache.group.addTo(spec);
    report.group.addTo(spec);
    terminal.group.addTo(spec);
    ToolOptions.addTo(spec);
    SettingsOptions.addTo(spec);
  }

  /** Returns the characters; throws the usage error of none, or of ids beside filters. */
  Selection selection(InputStream in) {
    List<String> words = ids.value();
    boolean filtered = filter.isGiven();
    if (filtered && !words.isEmpty()) {
      throw ids.wrong(
          "either ids or filters: '" + words.get(0) + "' does not go with --all or a filter");
    }
    if (words.isEmpty() && !filtered) {
      throw ids.wrong(
          "no character asked for: give an id, a range, - for standard input, a filter, or --all");
    }
    return filtered ? new PageSelection(filter.filters()) : CharacterIds.parse(words, in);
  }
}
