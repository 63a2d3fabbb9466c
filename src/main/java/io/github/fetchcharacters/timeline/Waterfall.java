package io.github.fetchcharacters.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws a run for a terminal: a bar for each attempt on a common time axis, before a repeated one
 * the wait for it. A pure function from a timeline to lines.
 */
public final class Waterfall {

  private static final int MAX_LABEL = 16;
  private static final int MIN_CHART = 10;
  private static final String GAP = "  ";

  private final Style style;
  private final int width;

  /**
   * The symbols for a terminal.
   *
   * @param good fills the bar of an attempt that succeeded
   * @param bad fills the bar of one that failed
   * @param cached marks an answer from the cache
   * @param pause fills the wait before a repeated attempt
   * @param ellipsis replaces the end of a label that is too long
   */
  private record Style(Fill good, Fill bad, Fill cached, Fill pause, String ellipsis) {

    static Style of(boolean utf8, boolean colour) {
      return new Style(
          new Fill(utf8 ? "█" : "#", colour ? "32" : ""),
          new Fill(utf8 ? "▒" : "x", colour ? "31" : ""),
          new Fill(utf8 ? "◆" : "c", colour ? "36" : ""),
          new Fill(utf8 ? "·" : ".", colour ? "2" : ""),
          utf8 ? "…" : "~");
    }
  }

  /**
   * One filled column.
   *
   * @param sgr parameter of ECMA-48's Select Graphic Rendition, empty for none
   */
  private record Fill(String symbol, String sgr) {

    String times(int count) {
      boolean plain = sgr.isEmpty() || count == 0;
      String text = symbol.repeat(count);
      return plain ? text : "\u001B[" + sgr + "m" + text + "\u001B[0m";
    }
  }

  /**
   * A way to draw.
   *
   * @param width columns of the terminal
   * @param utf8 whether it shows more than ASCII
   * @param colour whether to colour the bars
   */
  public Waterfall(int width, boolean utf8, boolean colour) {
    this.width = width;
    this.style = Style.of(utf8, colour);
  }

  /**
   * Returns the lines without line ends, none of them wider than the terminal; no line without an
   * attempt.
   *
   * @param advice follows the number of attempts left out, where it has room
   */
  public List<String> lines(Timeline timeline, String advice) {
    List<Bar> shown = Stream.concat(timeline.first().stream(), timeline.last().stream()).toList();
    if (shown.isEmpty()) {
      return List.of();
    }
    Geometry layout = layout(shown, timeline.nanos());
    List<String> lines = new ArrayList<>(List.of(header(layout)));
    timeline.first().forEach(attempt -> lines.add(line(attempt, layout)));
    if (timeline.omitted() > 0) {
      String more = style.ellipsis() + " " + timeline.omitted() + " more";
      lines.add(cut(more.length() + advice.length() > width ? more : more + advice));
    }
    timeline.last().forEach(attempt -> lines.add(line(attempt, layout)));
    return lines;
  }

  private String cut(String line) {
    return line.substring(0, Math.min(width, line.length()));
  }

  /** Widths of the columns, 0 of those left out, and the time that the chart spans. */
  private record Geometry(int label, int status, int millis, int chart, long nanos) {

    int column(long time) {
      return (int) Math.min(chart, Math.max(0, Math.round((double) time / nanos * chart)));
    }
  }

  private Geometry layout(List<Bar> shown, long nanos) {
    int label = widest("id", shown.stream().map(attempt -> shortened(attempt.label())));
    int status = widest("status", shown.stream().map(Bar::status));
    int millis = widest("ms", shown.stream().map(Waterfall::millis));
    long end = shown.stream().mapToLong(Bar::end).max().orElse(0);
    long time = Math.max(1, Math.max(end, nanos));
    // What leaves too little of the chart gives way to it.
    int[][] choices = {{label, status, millis}, {label, status, 0}, {label, 0, 0}};
    for (int[] columns : choices) {
      int chart = width - IntStream.of(columns).filter(c -> c > 0).map(c -> c + GAP.length()).sum();
      if (chart >= MIN_CHART) {
        return new Geometry(columns[0], columns[1], columns[2], chart, time);
      }
    }
    return new Geometry(0, 0, 0, Math.max(1, width), time);
  }

  private static int widest(String heading, Stream<String> cells) {
    return Math.max(heading.length(), cells.mapToInt(String::length).max().orElse(0));
  }

  private String header(Geometry layout) {
    String end = String.format(Locale.ROOT, "%.3f s", layout.nanos() / 1e9);
    int blanks = layout.chart() - 1 - end.length();
    String axis = blanks > 0 ? "0" + " ".repeat(blanks) + end : "0";
    return columns(layout, "id", "status", "ms") + axis;
  }

  private String line(Bar attempt, Geometry layout) {
    int wait = Math.min(layout.chart() - 1, layout.column(attempt.waitedFrom()));
    int start = Math.min(layout.chart() - 1, layout.column(attempt.start()));
    // An attempt of hardly any time still gets a column.
    int end = Math.max(start + 1, layout.column(attempt.end()));
    Fill filling = attempt.good() ? style.good() : style.bad();
    // However long a file took to read, it is a mark and no bar.
    String bar = attempt.isCached() ? style.cached().times(1) : filling.times(end - start);
    return columns(layout, shortened(attempt.label()), attempt.status(), millis(attempt))
        + " ".repeat(wait)
        + style.pause().times(start - wait)
        + bar;
  }

  private static String columns(Geometry layout, String label, String status, String millis) {
    return toTheRight(label, layout.label())
        + (layout.status() == 0 ? "" : status + " ".repeat(layout.status() - status.length()) + GAP)
        + toTheRight(millis, layout.millis());
  }

  /** The text and the gap behind it; nothing in a column left out. */
  private static String toTheRight(String text, int column) {
    return column == 0 ? "" : " ".repeat(column - text.length()) + text + GAP;
  }

  private String shortened(String label) {
    return label.length() <= MAX_LABEL
        ? label
        : label.substring(0, MAX_LABEL - 1) + style.ellipsis();
  }

  private static String millis(Bar attempt) {
    return Long.toString(Math.round((attempt.end() - attempt.start()) / 1e6));
  }
}
