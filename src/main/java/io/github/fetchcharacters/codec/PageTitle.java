package io.github.fetchcharacters.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the title of a page of HTML that came instead of an answer. */
final class PageTitle {

  /** A title stands near the beginning. */
  private static final int MAX_BYTES = 4096;

  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>([^<]*)</title", Pattern.CASE_INSENSITIVE);

  private PageTitle() {}

  /**
   * Returns the title on one line, without a status at its start; empty for none.
   *
   * @param status the status that the page came with
   */
  static String of(byte[] body, int status) {
    String start = new String(body, 0, Math.min(body.length, MAX_BYTES), UTF_8);
    Matcher title = TITLE.matcher(start);
    if (!start.stripLeading().startsWith("<") || !title.find()) {
      return "";
    }
    return title
        .group(1)
        .strip()
        .replaceAll("\\s+", " ")
        .replaceFirst("^" + status + "\\b[ :–-]*", "");
  }
}
