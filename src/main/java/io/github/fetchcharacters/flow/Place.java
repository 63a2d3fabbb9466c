package io.github.fetchcharacters.flow;

/**
 * A place in the line of an {@link Admission}, then inside.
 *
 * @param attempt which attempt asks, from 1
 * @param number counts the arrivals
 */
record Place(int attempt, long number, Waiter waiter) implements Comparable<Place> {

  /** Hears what becomes of its place. Neither method throws. */
  interface Waiter {

    /** The place is inside now. */
    void admitted();

    /** The place waits no longer and will not be admitted. */
    void refused(Throwable why);
  }

  /** By attempt, the latest first: it is some id's last chance; then by arrival. */
  @Override
  public int compareTo(Place other) {
    int byAttempt = Integer.compare(other.attempt, attempt);
    return byAttempt == 0 ? Long.compare(number, other.number) : byAttempt;
  }
}
