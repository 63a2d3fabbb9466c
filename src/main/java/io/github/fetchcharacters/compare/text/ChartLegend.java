package io.github.fetchcharacters.compare.text;

import io.github.fetchcharacters.compare.Ideal;
import io.github.fetchcharacters.compare.report.TimeUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what the symbols of a chart stand for. For one thread. */
final class ChartLegend {

  private static final String GAP = "   ";

  private final ChartStyle style;
  private final TimeUnit unit;
  private final List<String> entries = new ArrayList<>();

  /** An empty legend. */
  ChartLegend(ChartStyle style, TimeUnit unit) {
    this.style = style;
    this.unit = unit;
  }

  void add(char mark, String label) {
    entries.add(mark + " " + label);
  }

  /**
   * Adds what is not a line with a mark of its own.
   *
   * @param meet whether lines meet
   * @param ideal empty where it is not drawn
   * @param more whether there are lines without a mark
   */
  void addRest(boolean meet, Optional<Ideal> ideal, boolean more) {
    if (meet) {
      add(style.several(), "several");
    }
    ideal.ifPresent(one -> add(style.ideal(), "ideal: " + formula(one)));
    if (more) {
      entries.add("the others are in the table alone");
    }
  }

  private String formula(Ideal ideal) {
    return style.formula().formatted(ideal.requests(), unit.inWords(ideal.latency()));
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
