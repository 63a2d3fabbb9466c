package io.github.fetchcharacters.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last attempts to start, and the number of those between. For one thread at a
 * time, under the recorder's lock.
 */
final class KeptAttempts {

  private final int maxFirst;
  private final int maxLast;
  private final List<RecordedAttempt> first = new ArrayList<>();
  private final Deque<RecordedAttempt> last = new ArrayDeque<>();
  private long omitted;

  KeptAttempts(int maxFirst, int maxLast) {
    this.maxFirst = maxFirst;
    this.maxLast = maxLast;
  }

  void add(RecordedAttempt attempt) {
    if (last.isEmpty() && omitted == 0 && first.size() < maxFirst) {
      first.add(attempt);
      return;
    }
    last.add(attempt);
    if (last.size() > maxLast) {
      last.remove();
      omitted++;
    }
  }

  void remove(@Nullable RecordedAttempt attempt) {
    if (attempt != null && !first.remove(attempt) && !last.remove(attempt)) {
      omitted--;
    }
  }

  void clear() {
    first.clear();
    last.clear();
    omitted = 0;
  }

  /** Returns the attempts so far; those in flight end now. */
  Timeline timeline(long now, long lastEnd) {
    return new Timeline(bars(first, now), omitted, bars(last, now), lastEnd);
  }

  private static List<Bar> bars(Iterable<RecordedAttempt> attempts, long now) {
    List<Bar> bars = new ArrayList<>();
    attempts.forEach(attempt -> bars.add(attempt.bar(now)));
    return bars;
  }
}
