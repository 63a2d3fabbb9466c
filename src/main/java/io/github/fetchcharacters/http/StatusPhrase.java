package io.github.fetchcharacters.http;

/** The standard phrases of statuses: RFC 9110, section 15, RFC 8470 and RFC 6585. */
public final class StatusPhrase {

  private StatusPhrase() {}

  /** A status and its phrase: {@code 404 Not Found}. */
  public static String withStatus(int status) {
    return (status + " " + of(status)).strip();
  }

  /** The phrase; empty for a status without one. */
  public static String of(int status) {
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
