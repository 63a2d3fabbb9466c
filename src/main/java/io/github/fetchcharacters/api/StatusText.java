package io.github.fetchcharacters.api;

/** Says in words what a status means. */
final class StatusText {

  /** Enough for a sentence, too little for a page of HTML. */
  private static final int LONGEST = 200;

  private StatusText() {}

  /** The server's own words if it has any, else the standard phrase; of a redirect, whereto. */
  static String of(Reply reply) {
    String error = ErrorText.of(reply.body());
    if (error != null) {
      return cut(error);
    }
    if (reply.status() / 100 == 3 && reply.location() != null) {
      return phrase(reply.status()) + ", not followed, to " + reply.location();
    }
    String title = PageTitle.of(reply.body(), reply.status());
    return title.isEmpty() ? phrase(reply.status()) : cut(title);
  }

  /** A status with its standard phrase. */
  static String of(int status) {
    return (status + " " + phrase(status)).strip();
  }

  /** What of a server's words goes into a sentence; not cut between the halves of a character. */
  static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean between = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, between ? LONGEST - 1 : LONGEST) + "…";
  }

  /** The phrases of RFC 9110, section 15, RFC 8470 and RFC 6585; empty for others. */
  private static String phrase(int status) {
    return switch (status) {
      case 202 -> "Accepted";
      case 204 -> "No Content";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 303 -> "See Other";
      case 304 -> "Not Modified";
      case 307 -> "Temporary Redirect";
      case 308 -> "Permanent Redirect";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 407 -> "Proxy Authentication Required";
      case 408 -> "Request Timeout";
      case 410 -> "Gone";
      case 421 -> "Misdirected Request";
      case 425 -> "Too Early";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 451 -> "Unavailable For Legal Reasons";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "";
    };
  }
}
