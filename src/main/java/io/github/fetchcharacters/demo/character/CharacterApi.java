package io.github.fetchcharacters.demo.character;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The public API's routes, texts and statuses, as a pure function of a request's target. */
public final class CharacterApi {
  private static final String ROOT = "/api";
  private static final String LIST = "/character";

  private final Catalogue catalogue;

  /** Makes an API of these characters. */
  public CharacterApi(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Answers one request to read.
   *
   * @param target as in the request line: a path or a whole address
   */
  public Answer answer(String target) {
    String url = path(target);
    int mark = url.indexOf('?');
    String query = mark < 0 ? null : url.substring(mark + 1);
    try {
      return routed(mark < 0 ? url : url.substring(0, mark), query);
    } catch (RouteException refusal) {
      return refusal.answer();
    }
  }

  /** The answer to an unknown route. */
  public static Answer noRoute() {
    return Answer.error(404, "There is nothing here.");
  }

  /** The answer to a missing page or no match; unlike {@link #noRoute} it ends without a dot. */
  static RouteException nothingHere() {
    return new RouteException(404, "There is nothing here");
  }

  private static String path(String target) {
    int fragment = target.indexOf('#');
    String url = fragment < 0 ? target : target.substring(0, fragment);
    int scheme = url.startsWith("/") ? -1 : url.indexOf("://");
    int path = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
    return path < 0 ? "/" : url.substring(path);
  }

  /** Matches routes in any case, before it decodes anything. */
  private Answer routed(String path, @Nullable String query) throws RouteException {
    if (!path.regionMatches(true, 0, ROOT, 0, ROOT.length())) {
      return noRoute();
    }
    int start = ROOT.length() + (path.startsWith("//", ROOT.length()) ? 1 : 0);
    String route = path.substring(start);
    if (route.isEmpty() || route.equals("/")) {
      return root();
    }
    if (!route.regionMatches(true, 0, LIST, 0, LIST.length())) {
      return noRoute();
    }
    String rest = route.substring(LIST.length());
    return rest.isEmpty() || rest.equals("/")
        ? CharacterPage.of(catalogue, ListQuery.parse(query)).answer(route)
        : below(rest);
  }

  private Answer below(String rest) throws RouteException {
    int end = rest.endsWith("/") ? rest.length() - 1 : rest.length();
    String id = rest.substring(1, end);
    if (rest.charAt(0) != '/' || id.isEmpty() || id.indexOf('/') >= 0) {
      return noRoute();
    }
    if (id.equalsIgnoreCase("avatar")) {
      throw nothingHere();
    }
    return characters(RequestedIds.parse(decoded(id)));
  }

  private static String decoded(String id) throws RouteException {
    String text = UriText.decode(id);
    if (text == null) {
      throw new RouteException(400, "Failed to decode param '" + id + "'");
    }
    return text;
  }

  private static Answer root() {
    return Answer.ok(
        json -> {
          json.writeStartObject();
          json.writeStringField("characters", PublicUrl.of("character"));
          json.writeStringField("locations", PublicUrl.of("location"));
          json.writeStringField("episodes", PublicUrl.of("episode"));
          json.writeEndObject();
        });
  }

  private Answer characters(RequestedIds requested) throws RouteException {
    BitSet ids = new BitSet();
    for (double number : requested.numbers()) {
      long id = (long) number;
      if (id == number && catalogue.contains(id)) {
        ids.set((int) id);
      }
    }
    return requested.single() ? one(ids) : array(ids);
  }

  private Answer one(BitSet ids) throws RouteException {
    if (ids.isEmpty()) {
      throw new RouteException(404, "Character not found");
    }
    return Answer.ok(catalogue.character(ids.nextSetBit(0)));
  }

  private Answer array(BitSet ids) {
    return Answer.ok(
        json -> {
          json.writeStartArray();
          for (int id = ids.nextSetBit(0); id >= 0; id = ids.nextSetBit(id + 1)) {
            catalogue.character(id).writeTo(json);
          }
          json.writeEndArray();
        });
  }
}
