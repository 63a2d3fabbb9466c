package io.github.fetchcharacters.compare.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A picture of the page: the page's script draws it; here are its words for those who do not see
 * it, and the figures that it shows.
 *
 * @param id of the element that it is drawn in
 * @param text what it says, in a few sentences
 * @param headings of the columns of the figures, the unit included
 * @param rows a cell for each heading
 */
record Picture(String id, String text, List<String> headings, List<List<String>> rows) {

  /** The text of a picture: a title, and a sentence for each part. */
  static String words(String title, Stream<String> sentences) {
    return sentences.collect(Collectors.joining(" ", title + ". ", ""));
  }

  /** The element to draw in, with the figures to unfold below it. */
  String html() {
    return """
        <figure>
        <div id="%s" class="picture" role="img" aria-label="%s"></div>
        <details><summary>Figures</summary>
        <div class="scroll"><table class="figures">
        <thead>%s</thead>
        <tbody>
        %s</tbody>
        </table></div>
        </details>
        </figure>"""
        .formatted(id, HtmlText.escape(text), row("th scope=\"col\"", "th", headings), body());
  }

  private String body() {
    return rows.stream().map(cells -> row("td", "td", cells) + "\n").collect(Collectors.joining());
  }

  private static String row(String start, String end, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + start + ">" + HtmlText.escape(cell) + "</" + end + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}
