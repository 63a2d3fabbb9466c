package io.github.fetchcharacters.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a list asks for.
 *
 * @param page the page, from 1
 * @param filters the conditions, in the request's order
 */
record ListQuery(int page, List<CharacterFilter> filters) {
  /**
   * Reads a query string. As with the public API, a page that is no positive number is the first
   * one, and a parameter without a value or with another name is ignored.
   *
   * @param query as it stands in the URL, or null if there is none
   */
  static ListQuery parse(@Nullable String query) {
    int page = 1;
    List<CharacterFilter> filters = new ArrayList<>();
    int start = 0;
    while (query != null && start < query.length()) {
      int ampersand = query.indexOf('&', start);
      int end = ampersand < 0 ? query.length() : ampersand;
      int equals = query.indexOf('=', start);
      if (equals >= 0 && equals < end) {
        String value = decode(query.substring(equals + 1, end));
        String name = decode(query.substring(start, equals));
        if (name.equals("page")) {
          page = pageNumber(value);
        } else {
          addFilter(filters, name, value);
        }
      }
      start = end + 1;
    }
    return new ListQuery(page, filters);
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

  /**
   * The public address of another page of this list. The conditions stand in it decoded, as the
   * public API writes them.
   */
  String urlOfPage(int number) {
    StringBuilder url = new StringBuilder(PublicUrl.of("character"));
    url.append("?page=").append(number);
    for (CharacterFilter filter : filters) {
      url.append('&').append(filter.member().parameter).append('=').append(filter.text());
    }
    return url.toString();
  }

  private static void addFilter(List<CharacterFilter> filters, String name, String value) {
    CharacterFilter.Member member = CharacterFilter.Member.called(name);
    if (member != null && !value.isEmpty()) {
      filters.add(new CharacterFilter(member, value));
    }
  }

  private static int pageNumber(String value) {
    return (int) Math.min(Math.max(WholeNumber.parse(value), 1), Integer.MAX_VALUE);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8).trim();
  }
}
