package io.github.fetchcharacters.demo.character;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the characters that meet a query.
 *
 * @param query the page and the conditions
 * @param count characters that meet the conditions, on all pages
 * @param results the characters on this page, by id
 */
record CharacterPage(ListQuery query, int count, List<DemoCharacter> results) {
  private static final int SIZE = 20;

  /**
   * Finds the page. Makes every character once if there are conditions.
   *
   * @throws RouteException if the page begins before the first character, as page 0.5 does
   */
  static CharacterPage of(Catalogue catalogue, ListQuery query) throws RouteException {
    long skipped = (long) (JsNumber.of(query.page()) * SIZE - SIZE);
    if (skipped < 0) {
      throw new RouteException(500, "Skip value must be non-negative, but received: " + skipped);
    }
    return query.filters().isEmpty()
        ? slice(catalogue, query, skipped)
        : scan(catalogue, query, skipped);
  }

  /**
   * Writes the page as the public API does.
   *
   * @param route the list's path as the request has it, below the root
   * @throws RouteException if the page is past the last one, or nothing meets the conditions
   */
  Answer answer(String route) throws RouteException {
    double page = JsNumber.of(query.page());
    int pages = (int) ((count + SIZE - 1L) / SIZE);
    if (page > pages) {
      throw CharacterApi.nothingHere();
    }
    String next = page < pages ? link(route, 1) : null;
    String previous = page >= 2 ? link(route, -1) : null;
    return Answer.ok(json -> write(json, pages, next, previous));
  }

  private void write(
      JsonGenerator json, int pages, @Nullable String next, @Nullable String previous)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("info");
    json.writeNumberField("count", count);
    json.writeNumberField("pages", pages);
    json.writeStringField("next", next);
    json.writeStringField("prev", previous);
    json.writeEndObject();
    json.writeArrayFieldStart("results");
    for (DemoCharacter character : results) {
      character.writeTo(json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static CharacterPage slice(Catalogue catalogue, ListQuery query, long skipped) {
    List<DemoCharacter> results = new ArrayList<>(SIZE);
    for (long id = skipped + 1; results.size() < SIZE && catalogue.contains(id); id++) {
      results.add(catalogue.character((int) id));
    }
    return new CharacterPage(query, catalogue.size(), results);
  }

  private static CharacterPage scan(Catalogue catalogue, ListQuery query, long skipped) {
    List<DemoCharacter> results = new ArrayList<>(SIZE);
    int count = 0;
    for (long id = 1; catalogue.contains(id); id++) {
      DemoCharacter character = catalogue.character((int) id);
      if (query.matches(character)) {
        if (count >= skipped && results.size() < SIZE) {
          results.add(character);
        }
        count++;
      }
    }
    return new CharacterPage(query, count, results);
  }

  /**
   * The public API counts on from the whole number at the start of the page's text: after page
   * {@code 1e1} it names page 2.
   */
  private String link(String route, int step) {
    double number = JsNumber.parseInt(query.page()) + step;
    String page = Double.isNaN(number) ? "NaN" : Long.toString((long) number);
    return PublicUrl.ROOT + route + "?page=" + page + query.suffix();
  }
}
