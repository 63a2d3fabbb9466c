package io.github.fetchcharacters.timeline;

import io.github.fetchcharacters.api.ApiException;
import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.Reply;
import io.github.fetchcharacters.api.StatusException;
import io.github.fetchcharacters.api.TransportException;
import io.github.fetchcharacters.retry.RetryPolicy.Decision;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records the attempts of a run: the first and the last to start, and how many there were, so that
 * memory does not depend on the number of ids. Of several calls for one id at the same time it is
 * not known which attempt belongs to which; they are told apart by their order. Safe for use by
 * many threads.
 */
public final class AttemptRecorder implements ApiListener {

  private final LongSupplier clock;
  private final int mostFirst;
  private final int mostLast;
  private final List<Row> first = new ArrayList<>();
  private final Deque<Row> last = new ArrayDeque<>();
  private final Map<String, Deque<Row>> underWay = new HashMap<>();
  private final Map<String, Deque<Long>> waitingSince = new HashMap<>();
  private long omitted;
  private long origin;
  private boolean begun;
  private long lastEnd;

  /** An attempt that may still go on. */
  private static final class Row {
    private final String subject;
    private final int number;
    private final long waitedFrom;
    private final long start;
    private long end = -1;
    private String status = "stopped";
    private boolean good;

    Row(String subject, int number, long waitedFrom, long start) {
      this.subject = subject;
      this.number = number;
      this.waitedFrom = waitedFrom;
      this.start = start;
    }
  }

  /**
   * Time counts from the first attempt on.
   *
   * @param clock nanoseconds from any origin
   * @param mostFirst attempts kept of the beginning
   * @param mostLast attempts kept of the end
   */
  public AttemptRecorder(LongSupplier clock, int mostFirst, int mostLast) {
    this.clock = clock;
    this.mostFirst = mostFirst;
    this.mostLast = mostLast;
  }

  @Override
  public synchronized void fetching(String subject, URI uri, int attempt) {
    if (!begun) {
      origin = clock.getAsLong();
      begun = true;
    }
    long now = now();
    Long since = attempt == 1 ? null : take(waitingSince, subject, any -> true);
    Row row = new Row(subject, attempt, since == null ? now : since, now);
    underWay.computeIfAbsent(subject, none -> new ArrayDeque<>()).add(row);
    if (first.size() < mostFirst) {
      first.add(row);
      return;
    }
    last.add(row);
    if (last.size() > mostLast) {
      last.remove();
      omitted++;
    }
  }

  /** An attempt has one bar, which begins when it is sent for the last time. */
  @Override
  public synchronized void resending(String subject, int attempt, ApiException why) {
    Row row = take(underWay, subject, candidate -> candidate.number == attempt);
    if (row != null && !first.remove(row)) {
      last.remove(row);
    }
  }

  @Override
  public synchronized void fetched(String subject, URI uri, int attempt, Reply reply) {
    for (Row row : underWay.getOrDefault(subject, new ArrayDeque<>())) {
      if (row.number == attempt && row.end < 0) {
        row.end = now();
        lastEnd = row.end;
        row.status = Integer.toString(reply.status());
        return;
      }
    }
  }

  @Override
  public synchronized void got(String subject, String title) {
    Row row = take(underWay, subject, answered -> answered.end >= 0);
    if (row != null) {
      row.good = true;
    }
  }

  @Override
  public synchronized void failed(
      String subject, int attempt, RuntimeException failure, Decision decision) {
    Row row = take(underWay, subject, candidate -> candidate.number == attempt);
    if (row != null && row.end < 0) {
      row.end = now();
      lastEnd = row.end;
      row.status = inOneWord(failure);
    }
    if (decision instanceof Decision.TryAgain) {
      waitingSince.computeIfAbsent(subject, none -> new ArrayDeque<>()).add(now());
    }
  }

  /** Forgets everything: another run begins. */
  public synchronized void clear() {
    first.clear();
    last.clear();
    underWay.clear();
    waitingSince.clear();
    omitted = 0;
    lastEnd = 0;
    begun = false;
  }

  /** What is known by now; what is under way ends now. */
  public synchronized Timeline timeline() {
    return new Timeline(drawn(first), omitted, drawn(last), lastEnd);
  }

  private List<Bar> drawn(Iterable<Row> rows) {
    List<Bar> attempts = new ArrayList<>();
    for (Row row : rows) {
      long end = row.end < 0 ? now() : row.end;
      attempts.add(
          new Bar(
              row.subject.replaceFirst("^characters? with ids? ", ""),
              row.number,
              row.waitedFrom,
              row.start,
              end,
              row.status,
              row.good));
    }
    return attempts;
  }

  private long now() {
    return clock.getAsLong() - origin;
  }

  private static <T> @Nullable T take(
      Map<String, Deque<T>> queues, String subject, Predicate<T> condition) {
    Deque<T> queue = queues.getOrDefault(subject, new ArrayDeque<>());
    for (Iterator<T> candidates = queue.iterator(); candidates.hasNext(); ) {
      T candidate = candidates.next();
      if (condition.test(candidate)) {
        candidates.remove();
        if (queue.isEmpty()) {
          queues.remove(subject);
        }
        return candidate;
      }
    }
    return null;
  }

  private static String inOneWord(RuntimeException failure) {
    if (failure instanceof TransportException lost) {
      return lost.kind() == TransportException.Kind.UNANSWERED
          ? "lost"
          : lost.kind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    return failure instanceof StatusException status ? "" + status.status() : "failed";
  }
}
