package io.github.fetchcharacters.compare.page;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.Ideal;
import io.github.fetchcharacters.compare.Sweep;
import io.github.fetchcharacters.compare.report.Conditions;
import io.github.fetchcharacters.compare.report.Exporter;
import io.github.fetchcharacters.compare.report.Recorded;
import io.github.fetchcharacters.compare.report.TimeUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The comparison as one page that holds all it needs. Its Content Security Policy allows the
 * scripts and the style in it and no request to anywhere.
 */
public final class HtmlReport implements Exporter {

  private final Recorded recorded;

  /** A report of a comparison that is yet to come. */
  public HtmlReport(Recorded recorded) {
    this.recorded = recorded;
  }

  @Override
  public String export(Comparison comparison, Conditions conditions) {
    String style = PageResource.own("report.css");
    String library = PageResource.library();
    String script = PageResource.script();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("policy", policy(style, library, script));
    parts.put("style", style);
    parts.put("library", library);
    parts.put("script", script);
    parts.put("data", HtmlText.json(new ReportData(comparison, recorded).json()));
    parts.put("heading", HtmlText.escape(conditions.heading()));
    parts.put("warnings", warnings(conditions.warnings(comparison)));
    parts.put("sentences", paragraphs("sentence", comparison.sentences()));
    parts.put("changes", paragraphs("sentence", conditions.changesInWords()));
    parts.put("table", MainTable.html(comparison));
    parts.put("notes", paragraphs("note", conditions.notes(comparison)));
    parts.put("sweep", comparison.sweep().map(one -> sweep(comparison, one)).orElse(""));
    parts.put("times", TimesPicture.of(comparison).html());
    parts.put("rounds", RoundsPicture.of(comparison).html());
    parts.put("answers", AnswersPicture.of(comparison, recorded).html());
    parts.put("waterfall", WaterfallPicture.of(comparison, recorded).html());
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

  private static String sweep(Comparison comparison, Sweep sweep) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("variable", sweep.axis().title());
    parts.put("ideal", sweep.ideal(comparison.characters()).map(HtmlReport::inWords).orElse(""));
    parts.put("picture", SweepPicture.of(comparison, sweep).html());
    return HtmlText.fill(PageResource.own("sweep.html"), parts);
  }

  private static String inWords(Ideal ideal) {
    return " The dotted line is the ideal: %d requests, as many at once as the value says, each as long as one by itself, %s."
        .formatted(ideal.requests(), TimeUnit.of(ideal.latency()).inWords(ideal.latency()));
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
