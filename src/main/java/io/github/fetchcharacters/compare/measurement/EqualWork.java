package io.github.fetchcharacters.compare.measurement;

import io.github.fetchcharacters.compare.measurement.Work.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses to compare what is not comparable. */
public final class EqualWork {

  private final BinaryOperator<String> difference;

  /**
   * Makes a check.
   *
   * @param difference the first difference between two records, in words that follow a colon; empty
   *     if they say the same; called only with records of one id that are not equal as text
   */
  public EqualWork(BinaryOperator<String> difference) {
    this.difference = difference;
  }

  /**
   * Refuses failures.
   *
   * @param round its name
   */
  void requireSuccess(String round, String mode, Work work) {
    if (!work.failures().isEmpty()) {
      throw new UnequalWorkException(
          mode + " did not bring every record in " + round + ", so there is nothing to compare",
          work.failures());
    }
  }

  /** Refuses records that are others than those of an earlier round. */
  void requireUnchanged(String round, String before, Work earlier, Work later) {
    if (!earlier.items().equals(later.items())) {
      compare(
          "the records changed between " + before + " and " + round,
          both(before, earlier, round, later));
    }
  }

  private static Map<String, Work> both(String before, Work earlier, String round, Work later) {
    Map<String, Work> works = new LinkedHashMap<>();
    works.put(before, earlier);
    works.put(round, later);
    return works;
  }

  /** Refuses modes that brought different records in a round. */
  void requireSame(String round, Map<String, Work> works) {
    compare("the modes brought different records in " + round, works);
  }

  /** Compares the records by their place, since every mode delivers in the order asked. */
  private void compare(String message, Map<String, Work> works) {
    List<String> details = new ArrayList<>();
    int max = works.values().stream().mapToInt(work -> work.items().size()).max().orElse(0);
    for (int i = 0; i < max; i++) {
      List<Group> groups = groups(works, i);
      if (groups.size() > 1) {
        details.add(inWords(i, groups));
      }
    }
    if (!details.isEmpty()) {
      throw new UnequalWorkException(message, details);
    }
  }

  /** Modes that brought the same record at one place; a null item stands for none. */
  private record Group(@Nullable Item item, List<String> modes) {}

  private List<Group> groups(Map<String, Work> works, int place) {
    List<Group> groups = new ArrayList<>();
    works.forEach(
        (mode, work) -> {
          Item item = place < work.items().size() ? work.items().get(place) : null;
          for (Group group : groups) {
            if (same(group.item(), item)) {
              group.modes().add(mode);
              return;
            }
          }
          groups.add(new Group(item, new ArrayList<>(List.of(mode))));
        });
    return groups;
  }

  private boolean same(@Nullable Item a, @Nullable Item b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    return a.id() == b.id()
        && (a.content().equals(b.content())
            || difference.apply(a.content(), b.content()).isEmpty());
  }

  private String inWords(int place, List<Group> groups) {
    long ids = groups.stream().map(EqualWork::id).distinct().count();
    return ids > 1 ? others(place, groups) : variants(groups);
  }

  private static String others(int place, List<Group> groups) {
    return groups.stream()
        .map(group -> describe(group.item()) + " from " + String.join(" and ", group.modes()))
        .collect(Collectors.joining(", ", "record " + (place + 1) + ": ", ""));
  }

  private String variants(List<Group> groups) {
    Group first = groups.get(0);
    return groups.stream()
        .skip(1)
        .map(
            other ->
                "%s from %s and from %s"
                    .formatted(
                        difference.apply(content(first), content(other)),
                        String.join(" and ", first.modes()),
                        String.join(" and ", other.modes())))
        .collect(Collectors.joining("; ", describe(first.item()) + ": ", ""));
  }

  private static String content(Group group) {
    return Objects.requireNonNull(group.item()).content();
  }

  private static long id(Group group) {
    return group.item() == null ? -1 : group.item().id();
  }

  private static String describe(@Nullable Item item) {
    return item == null ? "nothing" : "character " + item.id();
  }
}
