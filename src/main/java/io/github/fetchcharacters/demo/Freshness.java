package io.github.fetchcharacters.demo;

/** Decides whether a client already has the body of an answer. */
final class Freshness {
  private Freshness() {}

  /**
   * Whether 304 answers the request. Compares tags weakly (RFC 9110, section 13.1.2). As with
   * Express, {@code no-cache} asks for the body under any tag, and so does a date, since the
   * answers have none.
   *
   * @param status the answer's; a client has only successes
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
