package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.cli.option.IdArguments;
import io.github.fetchcharacters.cli.option.OptionValue;
import io.github.fetchcharacters.selection.CharacterIds;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The ids that each turn fetches. */
final class CompareArguments {

  /** A round's records are held to be compared; more ids than this are no timing comparison. */
  private static final int MAX_IDS = 100_000;

  private final OptionValue<List<String>> arguments;

  /** Adds the arguments to the command. */
  CompareArguments(CommandSpec spec) {
    arguments =
        IdArguments.addTo(spec, "What to fetch in each turn: as for fetch-characters itself.");
  }

  /**
   * All ids in the order given; throws the usage error of none, too many or a wrong one.
   *
   * @param in read where an argument asks for it
   */
  List<Long> ids(InputStream in) {
    List<Long> ids = new ArrayList<>();
    for (long id : CharacterIds.parse(arguments.value(), in)) {
      if (ids.size() == MAX_IDS) {
        throw arguments.wrong("more than " + MAX_IDS + " ids are too many to compare");
      }
      ids.add(id);
    }
    if (ids.isEmpty()) {
      throw arguments.wrong("nothing to compare: give an id, a range, or - for standard input");
    }
    return ids;
  }
}
