package io.github.fetchcharacters.compare;

import io.github.fetchcharacters.compare.statistics.Ratio;
import java.util.List;

/** Grammar of the sentences. */
public final class Grammar {

  /** As many as there are modes. */
  private static final int MAX_SOME = 4;

  private Grammar() {}

  /**
   * How one compares with another, always with a ratio of 1 or more: {@code async is 2.84 times
   * faster than sync (95 %: 2.71 to 2.98)}, without the interval where it is unknown.
   *
   * @param start the sentence so far, such as {@code async is}
   * @param speedUp above 1 for faster
   */
  public static String comparative(String start, Ratio speedUp, String other) {
    boolean faster = speedUp.value() >= 1;
    Ratio ratio = faster ? speedUp : speedUp.inverse();
    String sentence =
        "%s %s times %s than %s"
            .formatted(start, ratio.valueInFigures(), faster ? "faster" : "slower", other);
    return ratio.hasInterval() ? sentence + " " + ratio.intervalInWords() : sentence;
  }

  /** Whether a mode's name is a plural: it ends in s. */
  static boolean isPlural(String mode) {
    return mode.endsWith("s");
  }

  /** A label before its verb; a comma closes what one has opened. */
  static String subject(String label) {
    return label.contains(",") ? label + "," : label;
  }

  /** For example {@code 1, 5 and 10}. */
  static String list(List<?> items) {
    int last = items.size() - 1;
    return last < 1 ? join(items) : join(items.subList(0, last)) + " and " + items.get(last);
  }

  /** The first few and how many more there are. */
  static String some(List<String> items, String delimiter) {
    String first = String.join(delimiter, items.subList(0, Math.min(MAX_SOME, items.size())));
    int more = items.size() - MAX_SOME;
    return more > 0 ? first + delimiter + "and " + more + " more" : first;
  }

  private static String join(List<?> items) {
    return String.join(", ", items.stream().map(Object::toString).toList());
  }
}
