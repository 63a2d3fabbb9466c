package io.github.fetchcharacters.http;

import io.github.fetchcharacters.http.HttpSettings.Header;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets an answer be asked for again that is only sent if it has changed: RFC 9110, section 8.8.
 *
 * @param etag the ETag field as sent, null without one
 * @param lastModified the Last-Modified field as sent, null without one
 */
public record Validator(@Nullable String etag, @Nullable String lastModified) {

  /** Of an answer that has none. */
  public static final Validator NONE = new Validator(null, null);

  private static final int MAX_LENGTH = 1000;

  /** Leaves out a field that cannot be sent back: too long, or not of visible ASCII. */
  public Validator {
    etag = usable(etag);
    lastModified = usable(lastModified);
  }

  private static @Nullable String usable(@Nullable String field) {
    if (field == null || field.isEmpty() || field.length() > MAX_LENGTH) {
      return null;
    }
    for (int i = 0; i < field.length(); i++) {
      if (field.charAt(i) < ' ' || field.charAt(i) > '~') {
        return null;
      }
    }
    return field;
  }

  /** The fields of a request for what has changed; none without a validator. */
  public List<Header> conditions() {
    List<Header> conditions = new ArrayList<>(2);
    if (etag != null) {
      conditions.add(new Header("If-None-Match", etag));
    }
    if (lastModified != null) {
      conditions.add(new Header("If-Modified-Since", lastModified));
    }
    return conditions;
  }
}
