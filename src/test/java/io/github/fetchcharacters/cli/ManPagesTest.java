package io.github.fetchcharacters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManPagesTest {

  /** A heading or an option of the help. */
  private static final Pattern HELP =
      Pattern.compile("^(?:(\\w[^:\n]*):$| +(?:-\\w, )?(--[\\w-]+))", Pattern.MULTILINE);

  /** A heading or an option of a page. */
  private static final Pattern PAGE =
      Pattern.compile("^(?:== (.*)$|\\*(?:-\\w\\*, \\*)?(--[\\w-]+)\\*)", Pattern.MULTILINE);

  private final Map<String, String> pages = ManPages.pages("1.2.3");

  @Test
  void thereIsOneForEachCommand() {
    assertThat(pages)
        .containsOnlyKeys(
            "fetch-characters",
            "fetch-characters-compare",
            "fetch-characters-serve",
            "fetch-characters-cache",
            "fetch-characters-generate-completion");
  }

  @Test
  void eachHasItsNameInOneLine() {
    pages.forEach(
        (name, page) ->
            assertThat(page)
                .contains(":mansource: fetch-characters 1.2.3\n", "\n= " + name + "(1)\n")
                .containsPattern("== Name\n\n" + name + " - \\w.*[^.]\n\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-compare"})
  void theOptionsAreThoseOfTheHelpInItsOrderAndUnderItsHeadings(String command) {
    String help = CommandRun.of((command.replace("-", "") + " --help").strip().split(" ")).out();

    assertThat(headingsAndOptions(PAGE, page(command)))
        .contains("--concurrency", "Where to fetch from", "--version")
        .isEqualTo(headingsAndOptions(HELP, help));
  }

  @Test
  void theOptionsOfServeAreThoseOfItsHelp() {
    assertThat(headingsAndOptions(PAGE, page("-serve")))
        .containsAll(headingsAndOptions(HELP, CommandRun.of("serve", "--help").out()));
  }

  /** Within a word AsciiDoc prints single marks as they are. */
  @Test
  void aBoldPartOfAWordHasTwoMarks() {
    assertThat(pages.values())
        .noneMatch(page -> Pattern.compile("(?<!\\*)\\*[^*\\s]+\\*\\w").matcher(page).find());
    assertThat(page("")).contains("\n**FETCH_CHARACTERS_**__OPTION__::\n");
  }

  @Test
  void theExitStatusHasASectionOfItsOwn() {
    assertThat(page(""))
        .containsSubsequence("\n== Exit status\n", "\n*0*::\n", "\n*130*::\n", "\n== Examples\n");
  }

  @Test
  void theSectionsStandInTheOrderThatReadersOfManualsExpect() {
    for (String command : new String[] {"", "-compare"}) {
      assertThat(page(command))
          .containsSubsequence(
              "\n== Name\n",
              "\n== Synopsis\n",
              "\n== Description\n",
              "\n== Arguments\n",
              "\n== Where to fetch from\n",
              "\n== Exit status\n",
              "\n== Environment\n",
              "*HTTPS_PROXY*",
              "\n== Files\n",
              "\n== Examples\n",
              "\n== See also\n");
    }
    assertThat(page("")).contains("\n== See also\n\n*fetch-characters-compare*(1), ");
    assertThat(page("-cache")).contains("== Files", "XDG_CACHE_HOME").doesNotContain("== Env");
    assertThat(page("-serve")).contains("== Environment").doesNotContain("HTTPS_PROXY", "[ID");
  }

  /** The options with the headings above them; headings without an option are left out. */
  private static List<String> headingsAndOptions(Pattern pattern, String text) {
    List<String> all = new ArrayList<>();
    for (MatchResult found : pattern.matcher(text).results().toList()) {
      if (found.group(1) != null) {
        removeBareHeading(all);
      }
      all.add(found.group(found.group(1) != null ? 1 : 2));
    }
    removeBareHeading(all);
    return all;
  }

  private static void removeBareHeading(List<String> all) {
    int last = all.size() - 1;
    if (last >= 0 && !all.get(last).startsWith("--")) {
      all.remove(last);
    }
  }

  private String page(String suffix) {
    return pages.getOrDefault("fetch-characters" + suffix, "");
  }
}
