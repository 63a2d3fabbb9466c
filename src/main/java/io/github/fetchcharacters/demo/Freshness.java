package io.github.fetchcharacters.demo;

/** Whether a client has already what an answer would give it. */
final class Freshness {
  private Freshness() {}

  /**
   * Whether 304 answers the request. Tags are compared weakly (RFC 9110, section 13.1.2). As with
   * Express, {@code no-cache} asks for the body whatever the tag says, and so does a date: the
   * answers have none to compare it with.
   *
   * @param status that of the answer; only a success can be known
   * @param tag the answer's weak tag
   */
  static boolean of(Request request, int status, String tag) {
    String known = request.header("if-none-match");
    return known != null
        && status == 200
        && request.reads()
        && request.header("if-modified-since") == null
        && !request.lists("cache-control", "no-cache")
        && (known.equals("*") || lists(known, tag));
  }

  private static boolean lists(String known, String tag) {
    for (String each : known.split(",", -1)) {
      if (opaque(each.strip()).equals(opaque(tag))) {
        return true;
      }
    }
    return false;
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
