package io.github.fetchcharacters.timeline;

/**
 * One attempt as it is drawn. Times are nanoseconds since the run's first attempt began.
 *
 * @param label the item fetched, such as the id; comes from the command line, never from a server
 * @param number number of the attempt in its call, from 1
 * @param waitedFrom when the attempt before it failed and the wait began; for a first attempt
 *     {@code start}
 * @param start when the client sent the request
 * @param end when the answer was complete or the attempt failed
 * @param status the HTTP status, or {@link #CACHED}, or a word for the failure in place of an
 *     answer
 * @param good whether the attempt succeeded
 */
public record Bar(
    String label, int number, long waitedFrom, long start, long end, String status, boolean good) {

  /** The status of an answer for which no request was sent. */
  public static final String CACHED = "cached";

  /** Whether the answer came from the cache. */
  public boolean isCached() {
    return status.equals(CACHED);
  }
}
