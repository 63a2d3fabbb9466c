package io.github.fetchcharacters.terminal;

/** Writes a defect, or a machine without the means to go on, in one line. */
public final class InternalErrors {

  private InternalErrors() {}

  /**
   * Returns the line, control characters escaped. Of a class that does not load it has the reason,
   * such as {@code Too many open files}.
   */
  public static String inWords(Throwable failure) {
    Object words = failure instanceof Error ? failure.getClass().getSimpleName() : failure;
    String why = failure instanceof LinkageError ? reason(failure) : "";
    return "internal error: " + TerminalText.escape(words + why);
  }

  private static String reason(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getMessage() == null ? "" : " (" + last.getMessage() + ")";
  }
}
