package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes the manual in AsciiDoc, a page for each command, from the model that the help is printed
 * from. It is among the tests because only the build needs the generator.
 */
final class ManPages {

  /** A line of the help under the heading of the exit status. */
  private static final Pattern STATUS = Pattern.compile(" *(\\d+) +(.*)");

  private static final String STATUS_HEADING = "Exit status:";

  private static final Pattern ARGUMENTS =
      Pattern.compile("(?s)// tag::picocli-generated-man-section-arguments.*?-arguments\\[\\]\n\n");

  private static final String OPTIONS = "// tag::picocli-generated-man-section-options[]";

  private static final String FOOTER = "// tag::picocli-generated-man-section-footer[]";

  private static final String SETTINGS =
      """
      **FETCH_CHARACTERS_**__OPTION__::
        The value of an option, such as *FETCH_CHARACTERS_RETRIES* for *--retries*. It comes before
        the file of settings, the command line before both.

      *FETCH_CHARACTERS_CONFIG*::
        The file of settings, in place of the usual one.

      """;

  private static final String PROXIES =
      """
      *HTTPS_PROXY*, *HTTP_PROXY*, *ALL_PROXY*, *NO_PROXY*::
        The proxy, and the hosts without one, also in lower case; *--proxy* comes before them.

      """;

  private static final String TERMINAL =
      """
      *NO_COLOR*, *CLICOLOR_FORCE*, *TERM*, *COLUMNS*, *LC_ALL*, *LC_CTYPE*, *LANG*::
        Whether there are colours, how wide the terminal is, and whether it shows more than ASCII.

      *JAVA_HOME*::
        The Java to run on.

      *FETCH_CHARACTERS_JAVA_OPTS*::
        Further options for that Java, such as *-Xmx512m*.

      """;

  private static final String CONFIG =
      """
      _~/.config/fetch-characters/config.properties_::
        The settings, below *XDG_CONFIG_HOME* where that is set.

      """;

  private static final String KEPT =
      """
      _~/.cache/fetch-characters_::
        What *--cache* keeps, below *XDG_CACHE_HOME* where that is set.

      """;

  private ManPages() {}

  /**
   * Writes the pages.
   *
   * @param arguments the folder to write to; the version; the date of the pages, in ISO 8601
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    String attributes = ":docdate: %s%n".formatted(arguments[2].replaceFirst("T.*", ""));
    for (Map.Entry<String, String> page : pages(arguments[1]).entrySet()) {
      Files.writeString(folder.resolve(page.getKey() + ".adoc"), attributes + page.getValue());
    }
  }

  /** The pages by their names, such as {@code fetch-characters-compare}. */
  static Map<String, String> pages(String version) {
    CommandLine root = command();
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(root.getCommandName(), page(root, version));
    for (CommandLine subcommand : root.getSubcommands().values()) {
      if (subcommand.getCommandName().equals(CommandNames.HELP)) {
        continue; // A page about a way to the other pages.
      }
      pages.put(subcommand.getCommandSpec().qualifiedName("-"), page(subcommand, version));
    }
    return pages;
  }

  /** The command with its subcommands, whose streams lead nowhere. */
  static CommandLine command() {
    OutputStream none = OutputStream.nullOutputStream();
    Streams nowhere =
        new Streams(InputStream.nullInputStream(), none, new PrintStream(none, false), Map.of());
    return FetchCharacters.commandLine(nowhere, true);
  }

  private static String page(CommandLine command, String version) {
    StringWriter text = new StringWriter();
    ManPageGenerator.writeSingleManPage(new PrintWriter(text), arranged(command, version));
    String page = argumentsFirst(text.toString()).replace(FOOTER, places(command) + FOOTER);
    // The generator links to the pages of a web site.
    return page.replaceAll("xref:([\\w-]+)\\.adoc\\[\\S+\\]", "*$1*(1)") + seeAlso(command);
  }

  /** Moves the section of the arguments before the options, which are long. */
  private static String argumentsFirst(String page) {
    Matcher arguments = ARGUMENTS.matcher(page);
    if (!arguments.find()) {
      return page;
    }
    String rest = arguments.replaceFirst("");
    return rest.replace(OPTIONS, arguments.group() + OPTIONS);
  }

  /** What the command reads beside its arguments; nothing for one without settings. */
  private static String places(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    boolean settable = spec.findOption("--config") != null;
    boolean cache = spec.findOption("--cache") != null || spec.name().equals(CommandNames.CACHE);
    StringBuilder text = new StringBuilder();
    if (settable) {
      text.append("== Environment\n\n").append(SETTINGS);
      text.append(spec.findOption("--proxy") == null ? "" : PROXIES).append(TERMINAL);
    }
    if (settable || cache) {
      text.append("== Files\n\n");
    }
    return text.append(settable ? CONFIG : "").append(cache ? KEPT : "").toString();
  }

  private static String seeAlso(CommandLine command) {
    CommandLine root = command.getCommandSpec().root().commandLine();
    List<String> others = new ArrayList<>();
    others.add(root.getCommandName());
    for (CommandLine other : root.getSubcommands().values()) {
      others.add(other.getCommandSpec().qualifiedName("-"));
    }
    others.remove(command.getCommandSpec().qualifiedName("-"));
    others.remove(root.getCommandName() + "-" + CommandNames.HELP);
    return "\n== See also\n\n*" + String.join("*(1), *", others) + "*(1), *curl*(1), *jq*(1)\n";
  }

  /** The same command, arranged as the generator and readers of manuals expect it. */
  private static CommandSpec arranged(CommandLine command, String version) {
    CommandSpec spec = command.getCommandSpec();
    CommandSpec page = CommandSpec.create().name(spec.name());
    if (spec.parent() != null) {
      page.parent(spec.parent());
    }
    page.version("fetch-characters " + version);
    spec.positionalParameters().forEach(page::addPositional);
    addOptions(spec, page);
    for (CommandLine sub : spec.subcommands().values()) {
      if (!sub.getCommandName().equals(CommandNames.HELP)) {
        page.addSubcommand(sub.getCommandName(), sub);
      }
    }
    addTexts(command, page);
    return new CommandLine(page).getCommandSpec();
  }

  /** In groups under the headings that the help has, too. */
  private static void addOptions(CommandSpec spec, CommandSpec page) {
    List<OptionSpec> others = new ArrayList<>(spec.options());
    for (Map.Entry<String, CommandSpec> mixin : spec.mixins().entrySet()) {
      ArgGroupSpec.Builder group = ArgGroupSpec.builder().validate(false).heading(mixin.getKey());
      for (OptionSpec option : spec.options()) {
        if (mixin.getValue().optionsMap().containsKey(option.longestName())) {
          group.addArg(option);
          others.remove(option);
        }
      }
      if (!group.args().isEmpty()) {
        page.addArgGroup(group.build());
      }
    }
    others.forEach(page::addOption);
  }

  private static void addTexts(CommandLine command, CommandSpec page) {
    List<String> description =
        new ArrayList<>(Arrays.asList(command.getCommandSpec().usageMessage().description()));
    description.removeIf(String::isBlank);
    page.usageMessage()
        .sortOptions(false)
        .header(description.get(0).replaceFirst("[.:].*", ""))
        .description(description.toArray(String[]::new))
        .customSynopsis(synopsis(command));
    addFooter(command.getCommandSpec(), page);
  }

  /** A line for each form; AsciiDoc joins lines unless the first ends in a plus sign. */
  private static String[] synopsis(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    String forms =
        usage.customSynopsis().length > 0
            ? String.join(" +\n", usage.customSynopsis())
            : command.getHelp().synopsis(0);
    return forms.lines().map(String::strip).toArray(String[]::new);
  }

  /** The help ends with examples and the exit status; a manual has a section for each. */
  private static void addFooter(CommandSpec spec, CommandSpec page) {
    List<String> footer = new ArrayList<>();
    Map<String, String> statuses = new LinkedHashMap<>();
    boolean status = false;
    for (String line : spec.usageMessage().footer()) {
      status |= line.equals(STATUS_HEADING);
      Matcher matcher = STATUS.matcher(line);
      if (status && matcher.matches()) {
        statuses.put(matcher.group(1), matcher.group(2));
      } else if (!line.equals(STATUS_HEADING)) {
        footer.add(line);
      }
    }
    page.usageMessage()
        .exitCodeListHeading("Exit status")
        .exitCodeList(statuses)
        .footerHeading(spec.usageMessage().footerHeading().replaceAll("%n|:", ""))
        .footer(footer.toArray(String[]::new));
  }
}
