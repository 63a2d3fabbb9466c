package io.github.fetchcharacters.compare.report;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Series;
import io.github.fetchcharacters.timeline.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The comparison as one page that holds all it needs. Its Content Security Policy allows the
 * scripts and the style in it and no request to anywhere.
 */
public final class HtmlReport implements Exporter {

  private final ReportData data;

  /**
   * A report of a comparison that is yet to come.
   *
   * @param timelines the typical round of a mode
   * @param names what the server calls that which an attempt's label stands for; any text
   */
  public HtmlReport(Function<Series, Timeline> timelines, Map<String, String> names) {
    this.data = new ReportData(timelines, names);
  }

  @Override
  public String export(Comparison comparison, Conditions conditions) {
    String style = PageResource.own("report.css");
    String library = PageResource.library();
    String script = PageResource.own("report.js");
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("policy", policy(style, library, script));
    parts.put("style", style);
    parts.put("library", library);
    parts.put("script", script);
    parts.put("data", HtmlText.json(data.json(comparison)));
    parts.put("heading", HtmlText.escape(conditions.heading()));
    parts.put("sentences", paragraphs("sentence", comparison.sentences()));
    parts.put("notes", paragraphs("note", conditions.notes(comparison)));
    parts.put("warnings", warnings(conditions.warnings(comparison)));
    parts.put("table", table(comparison));
    parts.put("conditions", conditions(conditions));
    parts.put("command", HtmlText.escape(conditions.command()));
    return HtmlText.fill(PageResource.own("report.html"), parts);
  }

  private static String policy(String style, String... scripts) {
    String hashes =
        List.of(scripts).stream().map(PageResource::hash).collect(Collectors.joining(" "));
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
        + PageResource.hash(style)
        + "; script-src "
        + hashes;
  }

  private static String paragraphs(String kind, List<String> texts) {
    return texts.stream()
        .map(text -> "<p class=\"" + kind + "\">" + HtmlText.prose(text) + "</p>\n")
        .collect(Collectors.joining());
  }

  private static String warnings(List<String> warnings) {
    return warnings.isEmpty()
        ? ""
        : warnings.stream()
            .map(warning -> "<li>" + HtmlText.prose(warning) + "</li>\n")
            .collect(
                Collectors.joining(
                    "",
                    "<aside class=\"warnings\"><h2>Read with care</h2><ul>\n",
                    "</ul></aside>"));
  }

  private static String table(Comparison comparison) {
    List<Column> columns = Column.of(comparison);
    StringBuilder html = new StringBuilder("<table>\n<thead><tr>");
    for (Column column : columns) {
      html.append("<th scope=\"col\"").append(number(column)).append('>');
      html.append(HtmlText.escape(column.heading())).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (int i = 0; i < comparison.series().size(); i++) {
      html.append("<tr class=\"c").append(i % 4).append("\">");
      for (Column column : columns) {
        html.append(cell(column, comparison.series().get(i)));
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table>").toString();
  }

  private static String cell(Column column, Series mode) {
    String text = HtmlText.escape(column.cell().apply(mode));
    return column.heading().equals("mode")
        ? "<th scope=\"row\">" + text + "</th>"
        : "<td data-label=\""
            + HtmlText.escape(column.heading())
            + "\""
            + number(column)
            + ">"
            + text
            + "</td>";
  }

  private static String number(Column column) {
    return column.numeric() ? " class=\"number\"" : "";
  }

  private static String conditions(Conditions conditions) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("Date", conditions.date());
    entries.put("Server", conditions.server());
    entries.put("Program", conditions.tool());
    entries.put("Java", conditions.jvm());
    entries.put("System", conditions.system());
    entries.put("Cores", "" + conditions.cores());
    entries.put("Options", options(conditions));
    return entries.entrySet().stream()
        .map(
            entry ->
                "<dt>%s</dt><dd>%s</dd>\n"
                    .formatted(entry.getKey(), HtmlText.prose(entry.getValue())))
        .collect(Collectors.joining("", "<dl>\n", "</dl>"));
  }

  private static String options(Conditions conditions) {
    return conditions.options().entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }
}
