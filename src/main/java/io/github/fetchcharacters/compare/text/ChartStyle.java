package io.github.fetchcharacters.compare.text;

/**
 * The symbols of a chart in text.
 *
 * @param marks one for each line, by its place
 * @param several for a place where lines meet
 * @param ideal for the time at the latency alone
 * @param side of the drawing, on its left
 * @param tick on that side
 * @param corner below that side
 * @param bottom of the drawing
 * @param formula of the ideal time, of the number of characters and the latency
 */
record ChartStyle(
    String marks,
    char several,
    char ideal,
    char side,
    char tick,
    char corner,
    char bottom,
    String formula) {

  /**
   * The symbols for a terminal.
   *
   * @param utf8 whether it shows more than ASCII
   */
  static ChartStyle of(boolean utf8) {
    return utf8
        ? new ChartStyle("●○◆◇■□▲△", '◉', '·', '│', '┤', '└', '─', "⌈%d ÷ c⌉ × %s")
        : new ChartStyle("ox+*#%@&", '?', '.', '|', '+', '+', '-', "ceil(%d / c) x %s");
  }
}
