package io.github.fetchcharacters.output;

/** Makes cells that a spreadsheet takes for data and never for a formula. */
final class SpreadsheetText {

  /**
   * The characters that begin a formula, and their full-width forms, which spreadsheets accept,
   * too.
   */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetText() {}

  /**
   * Puts an apostrophe before a text that a spreadsheet would run, as OWASP advises ("CSV
   * Injection"). JSON numbers such as {@code -5} stay. OWASP's list has the tab and the line ends,
   * too; here they are escapes already, which begin with a backslash.
   *
   * @param shown the cell's text, control characters already escaped
   */
  static String harmless(Cell cell, String shown) {
    boolean formula = !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0;
    return formula && !cell.number() ? "'" + shown : shown;
  }
}
