package io.github.fetchcharacters.timeline;

/** An attempt that may still be in flight. For one thread at a time, under the recorder's lock. */
final class RecordedAttempt {

  private final String label;
  private final int number;
  private final long waitedFrom;
  private final long start;
  private long end = -1;
  private String status = "stopped";
  private boolean good;

  /** An attempt in flight; the parameters are those of {@link Bar}. */
  RecordedAttempt(String label, int number, long waitedFrom, long start) {
    this.label = label;
    this.number = number;
    this.waitedFrom = waitedFrom;
    this.start = start;
  }

  /**
   * Ends the attempt. Only the first call counts: the status of an answer, even of a useless one.
   *
   * @return whether it was the first
   */
  boolean end(long time, String endStatus) {
    if (end >= 0) {
      return false;
    }
    end = time;
    status = endStatus;
    return true;
  }

  void succeed() {
    good = true;
  }

  /** Returns the bar; an attempt in flight ends now. */
  Bar bar(long now) {
    return new Bar(label, number, waitedFrom, start, end < 0 ? now : end, status, good);
  }
}
