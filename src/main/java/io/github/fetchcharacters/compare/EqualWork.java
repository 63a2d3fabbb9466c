package io.github.fetchcharacters.compare;

import io.github.fetchcharacters.compare.Work.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Refuses to compare what is not comparable. */
public final class EqualWork {

  private final BiPredicate<String, String> sameContent;

  /**
   * Makes a check.
   *
   * @param sameContent whether two records say the same; asked only of records of one id that are
   *     not equal as text
   */
  public EqualWork(BiPredicate<String, String> sameContent) {
    this.sameContent = sameContent;
  }

  void requireSuccess(String mode, Work work) {
    if (!work.failures().isEmpty()) {
      throw new UnequalWorkException(
          mode + " did not bring every record, so there is nothing to compare", work.failures());
    }
  }

  /** Compares the records by their place, since every mode delivers in the order asked. */
  void requireSame(Map<String, Work> works) {
    List<String> details = new ArrayList<>();
    int most = works.values().stream().mapToInt(work -> work.items().size()).max().orElse(0);
    for (int i = 0; i < most; i++) {
      List<Group> groups = groups(works, i);
      if (groups.size() > 1) {
        details.add(inWords(i, groups));
      }
    }
    if (!details.isEmpty()) {
      throw new UnequalWorkException("the modes brought different records", details);
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
        && (a.content().equals(b.content()) || sameContent.test(a.content(), b.content()));
  }

  private static String inWords(int place, List<Group> groups) {
    long ids = groups.stream().map(EqualWork::id).distinct().count();
    List<String> parts = new ArrayList<>();
    for (Group group : groups) {
      String what = ids > 1 ? describe(group.item()) : parts.isEmpty() ? "one record" : "another";
      parts.add(what + " from " + String.join(" and ", group.modes()));
    }
    String subject = ids > 1 ? "record " + (place + 1) : describe(groups.get(0).item());
    return subject + ": " + String.join(", ", parts);
  }

  private static long id(Group group) {
    return group.item() == null ? -1 : group.item().id();
  }

  private static String describe(@Nullable Item item) {
    return item == null ? "nothing" : "character " + item.id();
  }
}
