package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.model.Character;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the answers of the API. Safe for use by many threads. */
final class CharacterDecoder {

  /** The API's error text where no record matches. */
  private static final String NO_MATCH = "There is nothing here";

  private final BodyReader json = new BodyReader();
  private final InstantSource clock;
  private final HttpSettings.@Nullable Proxy proxy;
  private final boolean plain;

  /**
   * See {@link CharacterCodec}.
   *
   * @param plain whether a proxy reads the messages, and may write its own, as over plain http
   */
  CharacterDecoder(InstantSource clock, HttpSettings.@Nullable Proxy proxy, boolean plain) {
    this.clock = clock;
    this.proxy = proxy;
    this.plain = plain;
  }

  /** Reads the character with an id; any other is a failure. */
  Character character(Reply reply, long id) {
    Character character = decode(reply, RecordReader::character);
    if (character.id() != id) {
      throw DecodeException.ofAnother(character.id());
    }
    return character;
  }

  /**
   * Reads the characters with some ids; a record with another id makes the answer incomplete. Of an
   * id with two different records, usable or not, none counts.
   */
  Characters characters(Reply reply, Set<Long> ids) {
    Records records = decode(reply, RecordReader::characters);
    Map<Long, Character> found = new HashMap<>();
    Map<Long, DecodeException> failed = new HashMap<>();
    for (Character record : records.characters()) {
      Character before = found.put(record.id(), record);
      if (before != null && !before.equals(record)) {
        failed.put(record.id(), DecodeException.ambiguous(record.id()));
      }
    }
    records.unusable().forEach(record -> failed.put(record.id(), record.failure()));
    found.keySet().removeAll(failed.keySet());
    boolean others = found.keySet().retainAll(ids);
    boolean unknown = failed.keySet().retainAll(ids);
    return new Characters(found, failed, !others && !unknown);
  }

  /**
   * Reads the first page, which has the number of all characters. The API answers 404 where none
   * matches the filters; without filters that is a failure, since it answers so at a wrong address,
   * too.
   *
   * @param mayBeEmpty whether there are filters
   */
  Page first(Reply reply, boolean mayBeEmpty) {
    boolean empty =
        mayBeEmpty
            && reply.status() == Reply.NOT_FOUND
            && NO_MATCH.equals(ErrorText.of(reply.body()));
    return empty ? Page.EMPTY : requireFirst(page(reply));
  }

  /** Only an empty list has an empty page, and no list has more than 2³¹ - 1 characters. */
  private static Page requireFirst(Page page) {
    if (page.count() == 0 && page.isEmpty()) {
      return Page.EMPTY;
    }
    if (page.count() < 1 || page.count() > Integer.MAX_VALUE) {
      throw DecodeException.unusable("the page has no usable info.count");
    }
    if (page.pages() < 1 || page.pages() > page.count()) {
      throw DecodeException.unusable("the page has no usable info.pages");
    }
    if (page.isEmpty()) {
      throw DecodeException.unusable("the page has no results");
    }
    return page;
  }

  /** Reads a further page, without its figures; a page beyond the last has no records. */
  Page page(Reply reply) {
    return decode(reply, RecordReader::page);
  }

  private <T> T decode(Reply reply, BodyReader.Reading<T> reading) {
    requireOk(reply);
    return json.read(reply.body(), reading);
  }

  private void requireOk(Reply reply) {
    if (reply.status() == StatusException.PROXY_AUTHENTICATION_REQUIRED && proxy != null) {
      throw StatusException.ofProxy(reply.status(), proxy);
    }
    if (!reply.isOk()) {
      throw new StatusException(
          reply.status(),
          StatusText.of(reply) + possibleOrigins(reply),
          reply.retryAfter() == null
              ? null
              : RetryAfter.parse(reply.retryAfter(), clock.instant()).orElse(null));
    }
  }

  /** Some proxies answer a wrong password as a server does (tinyproxy 1.11). */
  private String possibleOrigins(Reply reply) {
    boolean unclear = reply.status() == 401 && proxy != null && plain && !reply.forwarded();
    return unclear ? ", from the API or the proxy " + proxy : "";
  }
}
