package io.github.fetchcharacters.compare;

import io.github.fetchcharacters.model.InWords;
import java.util.OptionalInt;

/**
 * Which way of doing the work a series measures; unique within a comparison.
 *
 * @param mode its name
 * @param concurrency requests in flight at most; empty where the comparison has one value for all
 *     that depend on it, or the mode does not depend on it
 * @param batchSize ids of one request at most; empty in the same way
 */
public record Parameters(String mode, OptionalInt concurrency, OptionalInt batchSize) {

  /** A mode of a comparison that sweeps nothing. */
  public static Parameters of(String mode) {
    return new Parameters(mode, OptionalInt.empty(), OptionalInt.empty());
  }

  /** For people: {@code async}; in a sweep {@code batch, 50 at once, 20 ids a request}. */
  public String label() {
    StringBuilder label = new StringBuilder(mode);
    concurrency.ifPresent(value -> label.append(", ").append(value).append(" at once"));
    batchSize.ifPresent(
        value ->
            label.append(", ").append(InWords.counted(value, "id", "ids")).append(" a request"));
    return label.toString();
  }

  /** The mode with those of its values that the other has none of. */
  Parameters beyond(Parameters other) {
    return new Parameters(
        mode,
        other.concurrency.isEmpty() ? concurrency : OptionalInt.empty(),
        other.batchSize.isEmpty() ? batchSize : OptionalInt.empty());
  }

  /** Whether both have the same values, one that either lacks left aside. */
  boolean agreesWith(Parameters other) {
    return agree(concurrency, other.concurrency) && agree(batchSize, other.batchSize);
  }

  private static boolean agree(OptionalInt a, OptionalInt b) {
    return a.isEmpty() || b.isEmpty() || a.equals(b);
  }
}
