package io.github.fetchcharacters.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of the characters that meet a query.
 *
 * @param query the page and the conditions
 * @param count how many meet the conditions, on all pages
 * @param results those on this page, by id
 */
record CharacterPage(ListQuery query, int count, List<DemoCharacter> results) {
  private static final int SIZE = 20;

  /** Finds the page. Makes every character once if there are conditions. */
  static CharacterPage of(Catalogue catalogue, ListQuery query) {
    long skipped = (query.page() - 1L) * SIZE;
    return query.filters().isEmpty()
        ? slice(catalogue, query, skipped)
        : scan(catalogue, query, skipped);
  }

  /** The page as the public API writes it, or its error past the last page or without a match. */
  Answer answer() {
    if (results.isEmpty()) {
      return CharacterApi.nothingHere();
    }
    int pages = (int) ((count + SIZE - 1L) / SIZE);
    JsonWriter json = new JsonWriter(16_384).open('{').name("info").open('{');
    json.name("count").number(count).name("pages").number(pages);
    link(json.name("next"), query.page() + 1, pages);
    link(json.name("prev"), query.page() - 1, pages);
    json.close('}').name("results").open('[');
    for (DemoCharacter character : results) {
      character.writeTo(json);
    }
    return Answer.ok(json.close(']').close('}'));
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

  private void link(JsonWriter json, int page, int pages) {
    if (page < 1 || page > pages) {
      json.nothing();
    } else {
      json.string(query.urlOfPage(page));
    }
  }
}
