package io.github.fetchcharacters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the documentation; {@link ReadmeIT} runs the commands in it. */
class DocumentationTest {

  /** A link or a picture that is no address of the web. */
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");

  /** Blocks of no commands, and of those for another place: a package manager, another system. */
  private static final Set<String> NOT_RUN = Set.of("text", "sh elsewhere", "bat elsewhere");

  /** The commands that build and test the tool; a test cannot run them. */
  private static final Set<String> SET_UP =
      Set.of(
          "mvn -q -DskipTests package\n" + PackagedCommand.LAUNCHER + " --demo 1 10 100\n",
          "mvn verify\n");

  static List<Page> pages() throws IOException {
    return Page.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyBlockIsRunOrMarkedAsRunElsewhere(Page page) {
    assertThat(page.fenced())
        .allSatisfy(
            block ->
                assertThat(block.isRun() || isMarked(block))
                    .as("%s:%s: %s", page.path(), block.line(), block.info())
                    .isTrue());
  }

  private static boolean isMarked(Page.Fenced block) {
    return NOT_RUN.contains(block.info())
        || (block.info().equals("sh") && SET_UP.contains(block.content()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFileAndAHeadingThatThereIs(Page page) throws IOException {
    for (var link : LINK.matcher(page.text()).results().toList()) {
      Path target =
          link.group(1).isEmpty() ? page.path() : page.path().resolveSibling(link.group(1));
      assertThat(target).as("%s in %s", link.group(), page.path()).exists();
      if (link.group(2) != null) {
        assertThat(new Page(target, Files.readString(target)).anchors())
            .as("%s in %s", link.group(), page.path())
            .contains(link.group(2));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theReadmeLeadsToEveryPage(Page page) throws IOException {
    String readme = Page.readme().text();

    assertThat(page.path().equals(Page.README) || readme.contains("](" + page.path() + ")"))
        .as(page.path().toString())
        .isTrue();
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Page.readme().text().lines()).hasSizeLessThanOrEqualTo(200);
  }
}
