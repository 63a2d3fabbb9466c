package io.github.fetchcharacters.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Says what the symbols of a chart stand for. For one thread. */
final class ChartLegend {

  private static final String GAP = "   ";

  private final ChartStyle style;
  private final int characters;
  private final TimeUnit unit;
  private final List<String> entries = new ArrayList<>();

  /** An empty legend. */
  ChartLegend(ChartStyle style, int characters, TimeUnit unit) {
    this.style = style;
    this.characters = characters;
    this.unit = unit;
  }

  void add(char mark, String label) {
    entries.add(mark + " " + label);
  }

  /**
   * Adds what is not a curve.
   *
   * @param meet whether curves meet
   * @param latency seconds of one answer, for the ideal time; empty where it is not drawn
   * @param more whether there are curves without a mark
   */
  void addRest(boolean meet, OptionalDouble latency, boolean more) {
    if (meet) {
      add(style.several(), "several");
    }
    latency.ifPresent(seconds -> add(style.ideal(), "ideal: " + formula(seconds)));
    if (more) {
      entries.add("the others are in the table alone");
    }
  }

  private String formula(double seconds) {
    return style.formula().formatted(characters, unit.number(seconds) + " " + unit.symbol());
  }

  /**
   * The legend, its entries side by side as far as they fit.
   *
   * @param margin columns on the left of each line
   * @param width most columns of a line
   */
  List<String> lines(int margin, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String entry : entries) {
      if (line.length() > 0 && margin + line.length() + GAP.length() + entry.length() > width) {
        lines.add(" ".repeat(margin) + line);
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : GAP).append(entry);
    }
    lines.add(" ".repeat(margin) + line);
    return lines;
  }
}
