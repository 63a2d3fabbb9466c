package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.StatusPhrase;
import io.github.fetchcharacters.model.Quote;

/** Explains a status in words. */
final class StatusText {

  private StatusText() {}

  /**
   * Returns the server's own words if it has any, else the standard phrase and a redirect's target.
   */
  static String of(Reply reply) {
    String error = ErrorText.of(reply.body());
    if (error != null) {
      return Quote.of(error);
    }
    String phrase = StatusPhrase.of(reply.status());
    if (reply.status() / 100 == 3 && reply.location() != null) {
      return phrase + ", not followed, to " + reply.location();
    }
    String title = PageTitle.of(reply.body(), reply.status());
    return title.isEmpty() ? phrase : Quote.of(title);
  }
}
