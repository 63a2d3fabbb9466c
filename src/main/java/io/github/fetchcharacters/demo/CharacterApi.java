package io.github.fetchcharacters.demo;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The public API's routes, texts and statuses, as a pure function of path and query. */
final class CharacterApi {
  private static final String LIST = "/api/character";

  private final Catalogue catalogue;

  CharacterApi(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Answers one request.
   *
   * @param path decoded; a slash at its end makes no difference
   * @param query as it stands in the URL, or null if there is none
   */
  Answer answer(String path, @Nullable String query) {
    String route = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (route.equals(LIST)) {
      return CharacterPage.of(catalogue, ListQuery.parse(query)).answer();
    }
    if (route.equals("/api")) {
      return root();
    }
    String id = route.startsWith(LIST + "/") ? route.substring(LIST.length() + 1) : "/";
    if (id.indexOf('/') >= 0 || id.equals("avatar")) {
      return nothingHere();
    }
    return id.indexOf(',') >= 0 ? several(id) : one(id);
  }

  /** The answer where there is no such route, page or match. */
  static Answer nothingHere() {
    return Answer.error(404, "There is nothing here");
  }

  private static Answer root() {
    JsonWriter json = new JsonWriter(192).open('{');
    json.name("characters").string(PublicUrl.of("character"));
    json.name("locations").string(PublicUrl.of("location"));
    json.name("episodes").string(PublicUrl.of("episode"));
    return Answer.ok(json.close('}'));
  }

  private Answer one(String text) {
    long id = WholeNumber.parse(text);
    if (id == WholeNumber.NONE) {
      return noId();
    }
    if (!catalogue.contains(id)) {
      return Answer.error(404, "Character not found");
    }
    JsonWriter json = new JsonWriter(1024);
    catalogue.character((int) id).writeTo(json);
    return Answer.ok(json);
  }

  private Answer several(String list) {
    BitSet ids = new BitSet();
    int start = 0;
    while (start <= list.length()) {
      int comma = list.indexOf(',', start);
      int end = comma < 0 ? list.length() : comma;
      long id = WholeNumber.parse(list.substring(start, end));
      if (id == WholeNumber.NONE) {
        return noId();
      }
      if (catalogue.contains(id)) {
        ids.set((int) id);
      }
      start = end + 1;
    }
    return array(ids);
  }

  private Answer array(BitSet ids) {
    JsonWriter json = new JsonWriter(1024).open('[');
    for (int id = ids.nextSetBit(0); id >= 0; id = ids.nextSetBit(id + 1)) {
      catalogue.character(id).writeTo(json);
    }
    return Answer.ok(json.close(']'));
  }

  private static Answer noId() {
    return Answer.error(500, "Hey! you must provide an id");
  }
}
