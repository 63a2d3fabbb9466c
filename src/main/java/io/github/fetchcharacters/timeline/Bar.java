package io.github.fetchcharacters.timeline;

/**
 * One attempt as it is drawn. Times are nanoseconds since the run's first attempt began.
 *
 * @param label what was asked for, such as the id; comes from the command line, never from a server
 * @param number which attempt of its call it is, from 1
 * @param waitedFrom when the wait for it began, which is when the attempt before it failed; for a
 *     first attempt the same as {@code start}
 * @param start when the request was handed to the network
 * @param end when the answer was there or the attempt failed
 * @param status the HTTP status, or a word for what came in place of an answer
 * @param good whether it brought what was asked for
 */
public record Bar(
    String label, int number, long waitedFrom, long start, long end, String status, boolean good) {}
