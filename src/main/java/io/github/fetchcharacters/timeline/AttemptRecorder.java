package io.github.fetchcharacters.timeline;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.http.TransportException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Records the attempts of a run: the first and the last to start, and how many there were, so that
 * memory does not depend on the number of ids. Safe for use by many threads.
 */
public final class AttemptRecorder implements ApiListener {

  private final LongSupplier clock;
  private final int maxFirst;
  private final int maxLast;
  private final List<Row> first = new ArrayList<>();
  private final Deque<Row> last = new ArrayDeque<>();
  private long omitted;
  private long origin;
  private boolean begun;
  private long lastEnd;

  /** An attempt that may still go on. */
  private static final class Row {
    private final String label;
    private final int number;
    private final long waitedFrom;
    private final long start;
    private long end = -1;
    private String status = "stopped";
    private boolean good;

    Row(String label, int number, long waitedFrom, long start) {
      this.label = label;
      this.number = number;
      this.waitedFrom = waitedFrom;
      this.start = start;
    }

    Bar bar(long now) {
      return new Bar(label, number, waitedFrom, start, end < 0 ? now : end, status, good);
    }
  }

  /**
   * Time counts from the first attempt on.
   *
   * @param clock nanoseconds from any origin
   * @param maxFirst attempts kept of the beginning
   * @param maxLast attempts kept of the end
   */
  public AttemptRecorder(LongSupplier clock, int maxFirst, int maxLast) {
    this.clock = clock;
    this.maxFirst = maxFirst;
    this.maxLast = maxLast;
  }

  @Override
  public CallListener begin(Resource resource) {
    return new Call(resource.label());
  }

  /** The attempts of one call. An attempt has one bar, from when it is sent for the last time. */
  private final class Call implements CallListener {

    private final String label;
    private @Nullable Row row;
    private long failedAt = -1;

    Call(String label) {
      this.label = label;
    }

    @Override
    public void fetching(URI uri, int attempt) {
      synchronized (AttemptRecorder.this) {
        long now = start();
        row = new Row(label, attempt, failedAt < 0 ? now : failedAt, now);
        keep(row);
      }
    }

    @Override
    public void resending(int attempt, ApiException why) {
      synchronized (AttemptRecorder.this) {
        forget(row);
        row = null;
      }
    }

    @Override
    public void fetched(URI uri, int attempt, Reply reply) {
      end(Integer.toString(reply.status()));
    }

    @Override
    public void got(String title) {
      synchronized (AttemptRecorder.this) {
        if (row != null) {
          row.good = true;
        }
      }
    }

    @Override
    public void retrying(int attempt, RuntimeException failure, Duration wait) {
      failedAt = end(inOneWord(failure));
    }

    @Override
    public void failed(int attempt, RuntimeException failure) {
      end(inOneWord(failure));
    }

    /**
     * The first status counts: that of an answer, even one of no use.
     *
     * @return the time
     */
    private long end(String status) {
      synchronized (AttemptRecorder.this) {
        long now = now();
        if (row != null && row.end < 0) {
          row.end = now;
          row.status = status;
          lastEnd = now;
        }
        return now;
      }
    }
  }

  private long start() {
    if (!begun) {
      origin = clock.getAsLong();
      begun = true;
    }
    return now();
  }

  private void keep(Row row) {
    if (first.size() < maxFirst) {
      first.add(row);
      return;
    }
    last.add(row);
    if (last.size() > maxLast) {
      last.remove();
      omitted++;
    }
  }

  private void forget(@Nullable Row row) {
    if (!first.remove(row)) {
      last.remove(row);
    }
  }

  /** Forgets everything: another run begins. */
  public synchronized void clear() {
    first.clear();
    last.clear();
    omitted = 0;
    lastEnd = 0;
    begun = false;
  }

  /** What is known by now; what is under way ends now. */
  public synchronized Timeline timeline() {
    return new Timeline(bars(first), omitted, bars(last), lastEnd);
  }

  private List<Bar> bars(Iterable<Row> rows) {
    List<Bar> bars = new ArrayList<>();
    rows.forEach(row -> bars.add(row.bar(now())));
    return bars;
  }

  private long now() {
    return clock.getAsLong() - origin;
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
