package io.github.fetchcharacters.cli.option;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.ArgSpec;

/**
 * Lays options out just as picocli does, but wraps the descriptions itself. For each line picocli
 * runs a {@link java.text.BreakIterator} through all the rest of the description, which takes a
 * fifth of the time of a help.
 */
final class OptionLayout extends Layout {

  /**
   * Index of this column, after the mark of required options, the short name, the comma and the
   * long name.
   */
  private static final int DESCRIPTION = 4;

  /** Width of the first three columns together. */
  private static final int BEFORE_NAMES = 5;

  /** Before each text in the last two. */
  private static final int MARGIN = 1;

  /** Before all lines of a paragraph but the first. */
  private static final int INDENT = 2;

  private final int width;
  private final Text none;
  private final Text indent;

  /**
   * An empty layout.
   *
   * @param nameWidth columns for the long names, from {@link Help#calcLongOptionColumnWidth}
   */
  OptionLayout(Help help, int nameWidth) {
    super(
        help.colorScheme(),
        table(help, nameWidth),
        help.createDefaultOptionRenderer(),
        help.createDefaultParameterRenderer());
    width = table.columns()[DESCRIPTION].width - MARGIN;
    none = colorScheme.text("");
    indent = colorScheme.text(" ".repeat(INDENT));
  }

  /** As {@link TextTable#forDefaultColumns}, but for the last column. */
  private static TextTable table(Help help, int nameWidth) {
    int descriptionWidth = help.commandSpec().usageMessage().width() - BEFORE_NAMES - nameWidth;
    return TextTable.forColumns(
        help.colorScheme(),
        new Column(2, 0, Overflow.TRUNCATE),
        new Column(2, 0, Overflow.SPAN),
        new Column(1, 0, Overflow.TRUNCATE),
        new Column(nameWidth, MARGIN, Overflow.SPAN),
        new Column(descriptionWidth, MARGIN, Overflow.TRUNCATE));
  }

  @Override
  public void layout(ArgSpec option, Text[][] rows) {
    for (Text[] row : rows) {
      Text description = row[DESCRIPTION];
      String rest = description.plainString();
      int end = lineEnd(rest, width);
      row[DESCRIPTION] = description.substring(0, end);
      table.addRowValues(row);
      addWrapped(description.substring(end));
    }
  }

  private void addWrapped(Text description) {
    Text rest = description;
    while (!rest.plainString().isEmpty()) {
      int end = lineEnd(rest.plainString(), width - INDENT);
      table.addRowValues(none, none, none, none, indent.concat(rest.substring(0, end)));
      rest = rest.substring(end);
    }
  }

  /** The start of the next line: behind the words that fit, with the space after them. */
  private static int lineEnd(String text, int width) {
    if (text.length() <= width) {
      return text.length();
    }
    int end = width;
    while (end > 0 && !mayBreak(text.charAt(end - 1), text.charAt(end))) {
      end--;
    }
    return end == 0 ? width : end;
  }

  /** Between words, and in long ones behind a mark: {@code id,|name}, {@code http:|//localhost}. */
  private static boolean mayBreak(char before, char after) {
    boolean word = Character.isLetter(after) || after == '/';
    return before == ' '
        || (word && ",.:]".indexOf(before) >= 0)
        || (before == '/' && after == '[');
  }
}
