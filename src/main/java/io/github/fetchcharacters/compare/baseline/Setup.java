package io.github.fetchcharacters.compare.baseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What two comparisons must have in common before their times may be compared.
 *
 * @param ids fetched in each turn, in this order
 * @param facts all else, by its name in messages, in the order of the messages
 */
public record Setup(List<Long> ids, Map<String, String> facts) {

  /** Copies, keeping the order. */
  public Setup {
    ids = List.copyOf(ids);
    facts = new LinkedHashMap<>(facts);
  }

  /** What differs in a later setup, in words such as "cores: 4 then, 2 now"; empty for nothing. */
  List<String> differences(Setup later) {
    List<String> differences = new ArrayList<>();
    if (!ids.equals(later.ids)) {
      differences.add("other ids");
    }
    Set<String> names = new LinkedHashSet<>(facts.keySet());
    names.addAll(later.facts.keySet());
    for (String name : names) {
      String then = facts.getOrDefault(name, "none");
      String now = later.facts.getOrDefault(name, "none");
      if (!then.equals(now)) {
        differences.add("%s: %s then, %s now".formatted(name, then, now));
      }
    }
    return differences;
  }
}
