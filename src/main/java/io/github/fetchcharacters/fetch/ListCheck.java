package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.http.StatusException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the outcomes of a list's pages. A page that begins with the first record of an earlier
 * one repeats it, as where the server ignores the number; the list ends when a page comes for the
 * third time. It also ends before a page that does not exist or is empty, however many pages the
 * first one announces. Where pages share some records, as when the server's list changes meanwhile,
 * others may be on none. Each of these is reported once, after all outcomes. For use by one thread.
 */
final class ListCheck implements OutcomeSink {

  private final OutcomeSink sink;
  private final Pages pages;
  private final boolean ordered;
  private final Map<Long, Long> pageByFirstId = new HashMap<>();
  private final Set<Long> repeatedIds = new HashSet<>();
  private final Set<Long> ids = new HashSet<>();
  private int repeats;
  private int doubles;
  private long firstDouble;
  private long pageOfFirstDouble;
  private boolean ended;
  private long repeated;
  private long original;
  private Outcome.@Nullable Failed end;

  /**
   * @param pages learns when the first page has ended, and where the list ends
   * @param ordered whether the outcomes come in the order of the pages
   */
  ListCheck(OutcomeSink sink, Pages pages, boolean ordered) {
    this.sink = sink;
    this.pages = pages;
    this.ordered = ordered;
  }

  @Override
  public boolean accept(Outcome outcome) {
    long number = outcome.id();
    if (number == 1) {
      pages.firstEnded();
    }
    boolean goOn = number == 1 ? deliver(outcome) : acceptFurther(outcome);
    return goOn && !(ended && ordered && number >= pages.last());
  }

  /** Where the list ends is known in the order of the pages. */
  @Override
  public boolean endsAt(RuntimeException failure) {
    return !isNoPage(failure) && sink.endsAt(failure);
  }

  private boolean acceptFurther(Outcome outcome) {
    if (outcome.id() > pages.last()) {
      return true;
    }
    String missing = whyMissing(outcome);
    if (missing == null) {
      return deliver(outcome);
    }
    end =
        new Outcome.Failed(
            outcome.id(),
            new ListException(missing + "; page 1 announced " + pages.announced() + " pages"));
    endAfter(outcome.id() - 1);
    return true;
  }

  private static @Nullable String whyMissing(Outcome outcome) {
    if (outcome instanceof Outcome.Found found) {
      boolean empty = found.characters().isEmpty() && found.unusable().isEmpty();
      return empty ? "the page has no results" : null;
    }
    return outcome instanceof Outcome.Failed failed && isNoPage(failed.failure())
        ? failed.failure().getMessage()
        : null;
  }

  private static boolean isNoPage(RuntimeException failure) {
    return failure instanceof StatusException answer && answer.status() == 404;
  }

  private boolean deliver(Outcome outcome) {
    if (outcome instanceof Outcome.Found found && !found.characters().isEmpty()) {
      long first = found.characters().get(0).id();
      Long earlier = pageByFirstId.putIfAbsent(first, found.id());
      if (earlier != null) {
        return repeated(found.id(), earlier, first);
      }
      found.characters().forEach(character -> count(found.id(), character.id()));
    }
    return sink.accept(outcome);
  }

  private void count(long page, long id) {
    if (!ids.add(id) && doubles++ == 0) {
      firstDouble = id;
      pageOfFirstDouble = page;
    }
  }

  /** Keeps the first repeated page to report at the end; the others have nothing new. */
  private boolean repeated(long number, long earlier, long first) {
    repeats++;
    if (!repeatedIds.add(first)) {
      endAfter(number);
    }
    if (repeats > 1) {
      return sink.accept(new Outcome.Found(number, List.of(), List.of()));
    }
    repeated = number;
    original = earlier;
    return true;
  }

  private void endAfter(long number) {
    ended = true;
    pages.endAfter(number);
  }

  @Override
  public boolean idle() {
    return sink.idle();
  }

  /** Reports the faults of the list; call after the last outcome. */
  void finish() {
    if (repeats > 0) {
      sink.accept(new Outcome.Failed(repeated, new ListException(repeats())));
    }
    if (doubles > 0) {
      sink.accept(new Outcome.Failed(pageOfFirstDouble, new ListException(doubles())));
    }
    if (end != null) {
      sink.accept(end);
    }
  }

  private String repeats() {
    String first = "the same records as on page " + original;
    if (repeats == 1) {
      return first;
    }
    return first
        + (ended
            ? ", and so on: the list ends here"
            : ", and " + (repeats - 1) + " more such pages");
  }

  private String doubles() {
    return "character "
        + firstDouble
        + (doubles == 1 ? "" : " and " + (doubles - 1) + " more")
        + " came twice, so others may be missing";
  }
}
