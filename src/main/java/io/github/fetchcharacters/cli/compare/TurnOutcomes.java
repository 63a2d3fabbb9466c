package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.compare.Counts;
import io.github.fetchcharacters.compare.measurement.Work;
import io.github.fetchcharacters.fetch.Outcome;
import io.github.fetchcharacters.model.InWords;
import io.github.fetchcharacters.terminal.TerminalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one turn brought, held until the turn is over. For one thread. */
final class TurnOutcomes {

  private final List<Outcome> outcomes = new ArrayList<>();

  void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  /**
   * The records to compare, and what failed.
   *
   * @param ids how many were asked for
   * @param counts of the same turn
   */
  Work work(int ids, Counts counts) {
    List<Work.Item> items = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Found found) {
        found.characters().forEach(one -> items.add(new Work.Item(one.id(), one.json())));
      } else if (outcome instanceof Outcome.Failed failed) {
        failures.add(inWords(failed));
      } else if (failures.isEmpty()) {
        failures.add("character " + outcome.id() + ": not fetched, the run was stopped");
      }
    }
    if (outcomes.size() < ids && failures.isEmpty()) {
      failures.add(
          "the run was stopped after "
              + outcomes.size()
              + " of "
              + InWords.counted(ids, "id", "ids"));
    }
    return new Work(items, failures, counts);
  }

  private static String inWords(Outcome.Failed failed) {
    String message = "" + failed.failure().getMessage();
    return "character " + failed.id() + ": " + TerminalText.escape(message);
  }

  /** What the characters are called, by id. */
  Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Found found) {
        found.characters().forEach(one -> names.put("" + one.id(), one.name()));
      }
    }
    return names;
  }
}
