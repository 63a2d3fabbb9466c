package io.github.fetchcharacters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documentation: the README or one of the guide. A fenced block of commands that are
 * run is marked {@code console}; {@link Kind} says with which words after that.
 */
record Page(Path path, String text) {

  static final Path README = Path.of("README.md");

  private static final Path GUIDE = Path.of("src/site/markdown");

  private static final Pattern FENCED =
      Pattern.compile("^```([^\n]*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /** A prompt and a command, then lines without a prompt. */
  private static final Pattern STEP =
      Pattern.compile("^\\$ (.*)\n((?:(?!\\$ ).*\n)*)", Pattern.MULTILINE);

  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

  /** The part of the output that a test compares. */
  enum Kind {
    /** All of it. */
    ORDERED,
    /** Its lines, in any order. */
    UNORDERED,
    /** Which kinds of lines there are. */
    FIGURES,
    /** Its first line. The server is up for the blocks after it on the page. */
    SERVER;

    static Kind of(String info) {
      return info.equals("console")
          ? ORDERED
          : valueOf(info.substring("console ".length()).toUpperCase(Locale.ROOT));
    }
  }

  /** A fenced block: the words behind its fence, what it holds, and the line that it begins in. */
  record Fenced(String info, String content, int line) {

    boolean isRun() {
      return info.startsWith("console");
    }
  }

  /** A block that is run; the page and the line are for the name of the test. */
  record Block(Page page, int line, boolean first, Kind kind, List<Step> steps) {

    boolean needs(String program) {
      return steps.stream().anyMatch(step -> step.command().contains(program + " "));
    }

    @Override
    public String toString() {
      return page.path() + ":" + line + ": " + steps.get(0).command();
    }
  }

  record Step(String command, String output) {}

  static Page readme() throws IOException {
    return read(README);
  }

  /** Returns the README and each page of the guide. */
  static List<Page> all() throws IOException {
    try (Stream<Path> guide = Files.list(GUIDE)) {
      List<Page> pages = new ArrayList<>(List.of(readme()));
      for (Path path : guide.sorted().toList()) {
        pages.add(read(path));
      }
      return pages;
    }
  }

  private static Page read(Path path) throws IOException {
    return new Page(path, Files.readString(path));
  }

  List<Fenced> fenced() {
    return FENCED
        .matcher(text)
        .results()
        .map(found -> new Fenced(found.group(1), found.group(2), lineOf(found.start())))
        .toList();
  }

  private int lineOf(int offset) {
    return (int) text.substring(0, offset).lines().count() + 1;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (Fenced each : fenced().stream().filter(Fenced::isRun).toList()) {
      Kind kind = Kind.of(each.info());
      blocks.add(new Block(this, each.line(), blocks.isEmpty(), kind, steps(each)));
    }
    return blocks;
  }

  private List<Step> steps(Fenced block) {
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(block.content());
    int end = 0;
    while (step.find() && step.start() == end) {
      steps.add(new Step(step.group(1), step.group(2)));
      end = step.end();
    }
    assertThat(block.content().substring(end)).as("%s:%s, the rest", path, block.line()).isEmpty();
    return steps;
  }

  /** Returns the path: the whole text would be the name of a test. */
  @Override
  public String toString() {
    return path.toString();
  }

  /** Returns what a link to a heading of this page names behind its {@code #}. */
  Set<String> anchors() {
    return HEADING
        .matcher(FENCED.matcher(text).replaceAll(""))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
