package io.github.fetchcharacters.compare.page;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes text safe to stand in a page. */
final class HtmlText {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)}}");

  private HtmlText() {}

  /** Text as content of an element or as a quoted attribute's value. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Text for people, in which the name of an option stays on one line. */
  static String prose(String text) {
    return escape(text).replaceAll("--[a-z][a-z-]*", "<span class=\"option\">$0</span>");
  }

  /**
   * A JSON text as content of a script element, where HTML knows no escapes: what could end the
   * element ({@code </script>}), or make its end be overlooked ({@code <!--}), stands inside
   * strings only and is written as JSON's own escape, as are the line separators that old
   * JavaScript ends a string at.
   */
  static String json(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** Puts each value where its name stands as {@code {{name}}}; values are not searched again. */
  static String fill(String template, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(name -> Matcher.quoteReplacement(value(name, values)));
  }

  private static String value(MatchResult name, Map<String, String> values) {
    String value = values.get(name.group(1));
    if (value == null) {
      throw new IllegalArgumentException("the template asks for " + name.group());
    }
    return value;
  }
}
