package io.github.fetchcharacters.demo.character;

import io.github.fetchcharacters.model.Digits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request for a list.
 *
 * @param page the page as text, a number above 0 to JavaScript, such as {@code 2}, {@code 2.5} or
 *     {@code 1e1}
 * @param filters the conditions, in the request's order
 */
record ListQuery(String page, List<CharacterFilter> filters) {
  /**
   * Reads a query string. As with the public API, a page that is no number above 0 is the first
   * one, and a parameter without a value or with another name is ignored. A repeated parameter does
   * not count.
   *
   * @param query as in the URL, or null if there is none
   * @throws RouteException if a condition is invalid
   */
  static ListQuery parse(@Nullable String query) throws RouteException {
    Map<String, String> parameters = parameters(query == null ? "" : query);
    String page = parameters.getOrDefault("page", "");
    return new ListQuery(JsNumber.of(page) > 0 ? page : "1", filters(parameters));
  }

  /** Whether the character meets every condition. */
  boolean matches(DemoCharacter character) {
    for (CharacterFilter filter : filters) {
      if (!filter.matches(character)) {
        return false;
      }
    }
    return true;
  }

  /** The conditions, decoded, as the public API appends them to the address of another page. */
  String suffix() {
    StringBuilder suffix = new StringBuilder();
    for (CharacterFilter filter : filters) {
      suffix.append('&').append(filter.member().parameter).append('=').append(filter.text());
    }
    return suffix.toString();
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int start = 0;
    while (start < query.length()) {
      int ampersand = query.indexOf('&', start);
      int end = ampersand < 0 ? query.length() : ampersand;
      int equals = query.indexOf('=', start);
      if (equals >= 0 && equals < end) {
        String name = withoutIndex(decode(query.substring(start, equals)));
        parameters.merge(name, decode(query.substring(equals + 1, end)), (first, second) -> "");
      }
      start = end + 1;
    }
    return parameters;
  }

  /** The public API reads {@code page[]} and {@code page[0]} as elements of {@code page}. */
  private static String withoutIndex(String name) {
    int bracket = name.indexOf('[');
    if (bracket < 1 || !name.endsWith("]")) {
      return name;
    }
    String index = name.substring(bracket + 1, name.length() - 1);
    return Digits.areAll(index) ? name.substring(0, bracket) : name;
  }

  private static List<CharacterFilter> filters(Map<String, String> parameters)
      throws RouteException {
    List<CharacterFilter> filters = new ArrayList<>();
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      CharacterFilter.Member member = CharacterFilter.Member.called(parameter.getKey());
      String text = JsNumber.trim(parameter.getValue());
      if (member != null && !text.isEmpty()) {
        filters.add(CharacterFilter.of(member, text));
      }
    }
    return filters;
  }

  /** Decodes a text; leaves it as it is if it is malformed. */
  private static String decode(String text) {
    String spaced = text.replace('+', ' ');
    String decoded = UriText.decode(spaced);
    return decoded == null ? spaced : decoded;
  }
}
