package io.github.fetchcharacters.output;

/** Cells that a spreadsheet takes for data and never for a formula. */
final class SpreadsheetText {

  /** What begins a formula, and the same in full width, which spreadsheets take for it. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetText() {}

  /**
   * Puts an apostrophe before a text that a spreadsheet would run, as OWASP advises ("CSV
   * Injection"). JSON numbers are left alone: {@code -5} is one. OWASP's list has the tab and the
   * line ends, too; these are escapes by now, which begin with a backslash.
   *
   * @param shown the cell's text, control characters already escaped
   */
  static String harmless(Cell cell, String shown) {
    boolean formula = !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0;
    return formula && !cell.number() ? "'" + shown : shown;
  }
}
