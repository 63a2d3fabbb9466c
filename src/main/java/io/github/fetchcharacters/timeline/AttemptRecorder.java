package io.github.fetchcharacters.timeline;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.http.TransportException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Records the attempts of a run: the first and the last to start, and the number of the others, so
 * that memory does not depend on the number of ids. Safe for use by many threads.
 */
public final class AttemptRecorder implements ApiListener {

  private final LongSupplier clock;
  private final KeptAttempts attempts;
  private long origin;
  private boolean begun;
  private long lastEnd;

  /**
   * Time counts from the first attempt on.
   *
   * @param clock nanoseconds from any origin
   * @param maxFirst attempts kept of the beginning
   * @param maxLast attempts kept of the end
   */
  public AttemptRecorder(LongSupplier clock, int maxFirst, int maxLast) {
    this.clock = clock;
    this.attempts = new KeptAttempts(maxFirst, maxLast);
  }

  @Override
  public CallListener begin(Resource resource) {
    return new CallRecorder(resource.label());
  }

  /** The attempts of one call. An attempt has a bar for each time that its request went out. */
  private final class CallRecorder implements CallListener {

    private final String label;
    private @Nullable RecordedAttempt attempt;
    private long failedAt = -1;

    CallRecorder(String label) {
      this.label = label;
    }

    @Override
    public void fetching(URI uri, int number) {
      synchronized (AttemptRecorder.this) {
        long now = start();
        attempt = new RecordedAttempt(label, number, failedAt < 0 ? now : failedAt, now);
        attempts.add(attempt);
      }
    }

    @Override
    public void cached(URI uri, Duration age) {
      synchronized (AttemptRecorder.this) {
        long now = start();
        attempt = new RecordedAttempt(label, 1, now, now);
        attempt.end(now, Bar.CACHED);
        attempts.add(attempt);
        lastEnd = now;
      }
    }

    @Override
    public void resending(int number, TransportException why) {
      if (why.wasSent()) {
        end("sent again");
        failedAt = -1;
      } else {
        remove();
      }
    }

    private void remove() {
      synchronized (AttemptRecorder.this) {
        attempts.remove(attempt);
        attempt = null;
      }
    }

    @Override
    public void fetched(URI uri, int number, Reply reply) {
      end(Integer.toString(reply.status()));
    }

    @Override
    public void got(String title) {
      synchronized (AttemptRecorder.this) {
        if (attempt != null) {
          attempt.succeed();
        }
      }
    }

    @Override
    public void retrying(int number, RuntimeException failure, Duration wait) {
      failedAt = end(inOneWord(failure));
    }

    @Override
    public void failed(int number, RuntimeException failure) {
      end(inOneWord(failure));
    }

    /** Ends the attempt, unless it has ended before; returns the time. */
    private long end(String status) {
      synchronized (AttemptRecorder.this) {
        long now = now();
        if (attempt != null && attempt.end(now, status)) {
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
      return 0;
    }
    return now();
  }

  /** Removes all attempts, for another run. */
  public synchronized void clear() {
    attempts.clear();
    lastEnd = 0;
    begun = false;
  }

  /** Returns the attempts so far; those in flight end now. */
  public synchronized Timeline timeline() {
    return attempts.timeline(now(), lastEnd);
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
