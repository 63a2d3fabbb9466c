package io.github.fetchcharacters.compare.page;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.compare.report.Column;
import java.util.List;

/** The page's table: a row for each series, on a narrow page a card. */
final class MainTable {

  private final List<Column> columns;
  private final SeriesOrder order;

  private MainTable(Comparison comparison) {
    this.columns = Column.of(comparison);
    this.order = SeriesOrder.of(comparison);
  }

  static String html(Comparison comparison) {
    return new MainTable(comparison).html();
  }

  private String html() {
    StringBuilder html = new StringBuilder("<table class=\"main\">\n<thead><tr>");
    for (Column column : columns) {
      html.append("<th scope=\"col\"").append(number(column)).append('>');
      html.append(HtmlText.escape(column.heading())).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    order.all().forEach(series -> html.append(row(series)));
    return html.append("</tbody>\n</table>").toString();
  }

  private String row(Series series) {
    StringBuilder html = new StringBuilder("<tr class=\"c" + order.mode(series) % 4 + "\">");
    columns.forEach(column -> html.append(cell(column, series)));
    return html.append("</tr>\n").toString();
  }

  private String cell(Column column, Series series) {
    String text = HtmlText.escape(column.cell().apply(series));
    return column.equals(columns.get(0))
        ? "<th scope=\"row\">" + text + "</th>"
        : "<td" + label(column, text) + number(column) + ">" + text + "</td>";
  }

  /** On a card; a cell without text is no line of it. */
  private static String label(Column column, String text) {
    return text.isEmpty() ? "" : " data-label=\"" + HtmlText.escape(column.heading()) + "\"";
  }

  private static String number(Column column) {
    return column.numeric() ? " class=\"number\"" : "";
  }
}
