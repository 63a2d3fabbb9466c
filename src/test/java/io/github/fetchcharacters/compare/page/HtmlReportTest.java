package io.github.fetchcharacters.compare.page;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.fetchcharacters.compare.report.Recorded;
import io.github.fetchcharacters.compare.report.Samples;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at the report in a real browser. */
class HtmlReportTest {

  /** Hears what the page must not ask for. */
  @RegisterExtension
  static final WireMockExtension OUTSIDE =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private final Path folder;

  HtmlReportTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path report(String name) throws IOException {
    HtmlReport report = new HtmlReport(Samples.recorded(Samples.timeline(), Map.of("1", name)));
    String page = report.export(Samples.comparison(), Samples.conditions());
    return Files.writeString(folder.resolve("report.html"), page);
  }

  private static long count(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  void drawsTheMarksOfEachModeWithoutAnError() throws Exception {
    Chromium.Page page = Chromium.inFolder(folder).load(report("Rick Sanchez"));
    assertThat(page.console()).isEmpty();
    String times = between(page.dom(), "times", "rounds");
    String rounds = between(page.dom(), "rounds", "answers");
    String answers = between(page.dom(), "answers", "waterfall");
    String waterfall = between(page.dom(), "waterfall", "data");
    for (String mode : List.of("sync", "async")) {
      assertThat(count("<g class=\"mode c[01]\" data-series=\"" + mode + "\"", times)).isEqualTo(1);
      assertThat(count("<title>" + mode + ", round [123]: \\d+\\.\\d ms</title>", times))
          .isEqualTo(3);
      assertThat(waterfall).containsPattern("data-series=\"" + mode + "\".*" + mode + ", round 2<");
    }
    assertThat(count("class=\"dot\"", times)).isEqualTo(6);
    assertThat(count("class=\"box\"", times)).isEqualTo(2);
    assertThat(count("class=\"mark hollow\".*?<title>(a?sync), warm-up round 1: 750.0 ms", rounds))
        .isEqualTo(2);
    assertThat(count("<title>a?sync, round [123]: \\d+\\.\\d ms</title>", rounds)).isEqualTo(2 * 3);
    assertThat(count("<circle class=\"ring\"", rounds)).isEqualTo(2);
    assertThat(count("<title>a?sync: 50% of requests within 10.5 ms</title>", answers))
        .isEqualTo(2);
    assertThat(count("<title>a?sync: 95% of requests within 19\\.[01] ms</title>", answers))
        .isEqualTo(2);
    assertThat(count("class=\"attempt\"", waterfall)).isEqualTo(2 * 3);
    assertThat(count("class=\"attempt bad\"", waterfall)).isEqualTo(2);
    assertThat(count("<line class=\"pause\"", waterfall)).isEqualTo(2);
    assertThat(count("… 7 more", waterfall)).isEqualTo(2);
    assertThat(waterfall).contains("<title>1 Rick Sanchez, attempt 1: 200, 200.0 ms</title>");
  }

  private static String between(String dom, String id, String next) {
    return dom.substring(dom.indexOf("id=\"" + id + "\""), dom.indexOf("id=\"" + next + "\""));
  }

  @Test
  void drawsASweepWithoutAnError() throws Exception {
    Recorded recorded = Samples.recorded(Samples.timeline(), Map.of());
    String html = new HtmlReport(recorded).export(Samples.sweep(), Samples.conditions());
    Chromium.Page page =
        Chromium.inFolder(folder).load(Files.writeString(folder.resolve("sweep.html"), html));
    assertThat(page.console()).isEmpty();
    String sweep = between(page.dom(), "sweep", "times");
    assertThat(count("class=\"band\"", sweep)).isEqualTo(3);
    assertThat(count("<title>threads at 4: mean 0.350 s, 0.300 to 0.400 s</title>", sweep))
        .isEqualTo(1);
    assertThat(count("<title>threads at 4: 20</title>", sweep)).isEqualTo(1);
    assertThat(sweep).doesNotContain("NaN");
    String rounds = between(page.dom(), "rounds", "answers");
    assertThat(count("<svg", rounds)).isEqualTo(3);
  }

  @Test
  void aHostileNameStaysTextAndNothingIsAskedOfAnyone() throws Exception {
    String url = OUTSIDE.baseUrl() + "/leak";
    String hostile =
        "</script><!--<script>\u2028document.title='owned';fetch('%1$s')</script>{{data}}"
                .formatted(url)
            + "<img src=\"%1$s\" onerror=\"fetch('%1$s')\">".formatted(url);
    Chromium.Page page = Chromium.inFolder(folder).load(report(hostile));
    assertThat(page.console()).isEmpty();
    assertThat(page.dom())
        .contains("<title>3 characters, 3 rounds after 1 to warm up – fetch-characters compare<")
        .contains("<title>1 &lt;/script&gt;&lt;!--&lt;script&gt;\u2028document.title='owned'")
        .contains("{{data}}&lt;img src=\"" + url)
        .doesNotContain("<img");
    assertThat(count("class=\"dot\"", page.dom())).isEqualTo(6);
    assertThat(OUTSIDE.getAllServeEvents()).isEmpty();
  }

  @Test
  void theBrowserWouldTellOfARequestAndOfAnError() throws Exception {
    String html = Files.readString(report("Rick Sanchez"));
    Path broken =
        Files.writeString(
            folder.resolve("broken.html"),
            html.replace("</body>", "<img src=\"" + OUTSIDE.baseUrl() + "/leak\"></body>"));
    assertThat(Chromium.inFolder(folder).load(broken).console())
        .singleElement()
        .asString()
        .contains("Content Security Policy");
    assertThat(OUTSIDE.getAllServeEvents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 700, 860, 1200})
  void fitsAWindowOfThisWidth(int width) throws Exception {
    Chromium chromium = Chromium.inFolder(folder);
    Path picture = chromium.screenshot(report("Rick Sanchez"), width, 1500, false);
    BufferedImage page = ImageIO.read(picture.toFile());
    // What is wider than the window would be cut off at its edge.
    for (int y = 0; y < page.getHeight(); y++) {
      assertThat(page.getRGB(width - 2, y)).as("at height %d", y).isEqualTo(page.getRGB(0, 0));
    }
  }

  @Test
  void followsTheTheme() throws Exception {
    Chromium chromium = Chromium.inFolder(folder);
    Path report = report("Rick Sanchez");
    BufferedImage light = ImageIO.read(chromium.screenshot(report, 400, 300, false).toFile());
    assertThat(brightness(light.getRGB(0, 0))).isGreaterThan(240);
    BufferedImage dark = ImageIO.read(chromium.screenshot(report, 400, 300, true).toFile());
    assertThat(brightness(dark.getRGB(0, 0))).isLessThan(40);
  }

  private static int brightness(int rgb) {
    return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
  }

  @Test
  void holdsTheTableTheConditionsAndTheCommandWithoutAnyScript() throws Exception {
    String html = Files.readString(report("Rick Sanchez"));
    assertThat(html)
        .contains("<th scope=\"row\">async</th>")
        .contains("<td data-label=\"speed-up (95 %)\" class=\"number\">3.00 (2.99–3.01)</td>")
        .contains("async fetched 3 characters 3.00 times faster than sync (95 %: 2.99 to 3.01)")
        .contains("<dt>Java</dt><dd>OpenJDK 17.0.15</dd>")
        .contains("<code>fetch-characters compare --demo --runs=3 1 10 100</code>")
        .contains("Copyright 2010-2023 Mike Bostock");
    assertThat(html.split("<script", -1)[0]).doesNotContain("http:").doesNotContain("https:");
  }

  @Test
  void allowsNothingButItsOwnScriptsAndStyle() throws Exception {
    assertThat(Files.readString(report("Rick Sanchez")))
        .containsPattern(
            "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none';"
                + " form-action 'none'; style-src 'sha256-[^ ;]+'; script-src 'sha256-[^ ;]+'"
                + " 'sha256-[^ ;]+'\"");
  }
}
