package io.github.fetchcharacters.compare.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.compare.Comparison;
import io.github.fetchcharacters.compare.report.Recorded;
import io.github.fetchcharacters.compare.report.Samples;
import io.github.fetchcharacters.timeline.Timeline;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page as it is written, before a browser runs its scripts. */
class PageTest {

  private static final String HOSTILE = "</script><!--\"'&<img src=\"//127.0.0.1/leak\">]]>";

  private static String page(Comparison comparison, String name) {
    Recorded recorded = Samples.recorded(Samples.timeline(), Map.of("1", name));
    return new HtmlReport(recorded).export(comparison, Samples.conditions());
  }

  /** Reads it as XML, which forgives nothing; scripts and styles are not XML and left out. */
  private static Document parsed(String page) throws Exception {
    String elements = page.replaceAll("(?s)(<(script|style)\\b[^>]*>).*?</\\2>", "$1</$2>");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(elements)));
  }

  private static List<Element> elements(Document page, String tag) {
    List<Element> elements = new ArrayList<>();
    NodeList found = page.getElementsByTagName(tag);
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<String> texts(Document page, String tag) {
    return elements(page, tag).stream().map(Element::getTextContent).toList();
  }

  @Test
  void isWellFormedWhateverTheServerCallsItsCharacters() throws Exception {
    for (Comparison one :
        List.of(Samples.comparison(), Samples.unknowns(), Samples.resent(), Samples.sweep())) {
      Document page = parsed(page(one, HOSTILE));
      assertThat(texts(page, "td")).contains("1 " + HOSTILE);
      assertThat(elements(page, "img")).isEmpty();
    }
  }

  /** What is left of D3's text is the address of its notice and the names of XML's own spaces. */
  @Test
  void asksForNothing() throws Exception {
    String page = page(Samples.sweep(), "Rick Sanchez");
    Document parsed = parsed(page);
    for (Element element : elements(parsed, "*")) {
      assertThat(element.hasAttribute("src") || element.hasAttribute("href")).isFalse();
    }
    assertThat(elements(parsed, "link")).isEmpty();
    assertThat(page.split("<script>", -1)[0]).doesNotContain("//").doesNotContain("url(");
    assertThat(page.substring(page.lastIndexOf("<script>")))
        .doesNotContain("http")
        .doesNotContain("fetch(")
        .doesNotContain("import");
  }

  @Test
  void eachPictureHasItsFiguresInWordsAndInATable() throws Exception {
    Document page = parsed(page(Samples.sweep(), "Rick Sanchez"));
    List<String> ids = new ArrayList<>();
    for (Element figure : elements(page, "figure")) {
      Element picture = (Element) figure.getElementsByTagName("div").item(0);
      ids.add(picture.getAttribute("id"));
      assertThat(picture.getAttribute("role")).isEqualTo("img");
      assertThat(picture.getAttribute("aria-label")).contains("threads").contains("async");
      Element details = (Element) figure.getElementsByTagName("details").item(0);
      assertThat(details.getElementsByTagName("summary").item(0).getTextContent())
          .isEqualTo("Figures");
      int columns = details.getElementsByTagName("th").getLength();
      int cells = details.getElementsByTagName("td").getLength();
      assertThat(cells).isPositive().satisfies(count -> assertThat(count % columns).isZero());
    }
    assertThat(ids).containsExactly("sweep", "times", "rounds", "answers", "waterfall");
  }

  /** On a narrow page a cell is a line of its row's card; labels without a value would meet. */
  @Test
  void aCellWithoutTextHasNoLabel() throws Exception {
    List<Element> cells = elements(parsed(page(Samples.sweep(), "Rick Sanchez")), "td");

    assertThat(cells).filteredOn(cell -> cell.getTextContent().isEmpty()).hasSize(1);
    assertThat(cells)
        .filteredOn(cell -> cell.getAttribute("data-label").equals("at once"))
        .extracting(Element::getTextContent)
        .containsExactly("4", "1", "1", "4");
  }

  @Test
  void theWordsHaveTheFiguresThatMatter() {
    Comparison comparison = Samples.comparison();
    Recorded recorded = Samples.recorded(Samples.timeline(), Map.of());
    assertThat(TimesPicture.of(comparison).text())
        .isEqualTo(
            "Fetch times of every round. sync: median 600.0 ms, from 598.0 to 602.0 ms."
                + " async: median 200.0 ms, from 199.0 to 201.0 ms.");
    assertThat(RoundsPicture.of(comparison).text())
        .endsWith(
            " async: warm-up from 750.0 to 750.0 ms, first counted round 199.0 ms, last 201.0 ms.");
    assertThat(AnswersPicture.of(comparison, recorded).text())
        .endsWith(
            " async: half of 20 requests within 10.5 ms, 95 % within 19.1 ms, 99 % within 19.8 ms,"
                + " the last after 20.0 ms.");
    assertThat(AnswersPicture.of(comparison, Samples.nothing()).text())
        .endsWith("async: no answer.");
    assertThat(WaterfallPicture.of(comparison, recorded).text())
        .endsWith(
            " async, round 2: 11 attempts of which 4 are shown, 1 of those shown failed, the last"
                + " ended after 600.0 ms.");
    Timeline single = new Timeline(Samples.timeline().last(), 0, List.of(), 600_000_000);
    assertThat(WaterfallPicture.of(comparison, Samples.recorded(single, Map.of())).text())
        .endsWith(
            " async, round 2: 1 attempt, 0 of those shown failed, the last ended after 600.0 ms.");
    assertThat(SweepPicture.of(Samples.sweep(), Samples.sweep().sweep().orElseThrow()).text())
        .isEqualTo(
            "Mean fetch time over the number of requests at once. sync at 1: 1.200 s, 4: 1.200 s."
                + " threads at 1: 1.300 s, 4: 0.350 s. async at 1: 1.250 s, 4: 0.300 s.");
  }

  @Test
  void theTablesHaveTheFiguresOfThePictures() {
    Comparison comparison = Samples.comparison();
    Recorded recorded = Samples.recorded(Samples.timeline(), Map.of("1", "Rick Sanchez"));
    assertThat(TimesPicture.of(comparison).rows().get(1))
        .containsExactly("async", "3", "199.0", "199.5", "200.0", "200.5", "201.0");
    assertThat(RoundsPicture.of(comparison).headings())
        .containsExactly("round", "sync [ms]", "async [ms]");
    assertThat(RoundsPicture.of(comparison).rows())
        .containsExactly(
            List.of("warm-up 1", "750.0", "750.0"),
            List.of("1", "598.0", "199.0"),
            List.of("2", "600.0", "200.0"),
            List.of("3", "602.0", "201.0"));
    assertThat(AnswersPicture.of(comparison, recorded).rows().get(0))
        .containsExactly("sync", "20", "10.5", "19.1", "19.8", "20.0");
    assertThat(WaterfallPicture.of(comparison, recorded).rows())
        .hasSize(8)
        .contains(List.of("sync", "2", "1 Rick Sanchez", "1", "0.0", "200.0", "200"))
        .contains(List.of("async", "2", "10", "2", "150.0", "350.0", "200"));
    assertThat(SweepPicture.of(Samples.sweep(), Samples.sweep().sweep().orElseThrow()).rows())
        .hasSize(6)
        .contains(List.of("threads", "4", "0.350", "0.300", "0.400", "0.300", "10 %", "20"));
  }

  @Test
  void warningsStandBeforeTheFiguresThatTheyWeaken() {
    String html = new HtmlReport(Samples.nothing()).export(Samples.retried(), Samples.conditions());
    assertThat(html)
        .containsSubsequence("</h1>", "attempts were repeated", "times faster than", "<table");
  }
}
