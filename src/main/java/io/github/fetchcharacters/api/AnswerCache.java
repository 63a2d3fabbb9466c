package io.github.fetchcharacters.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fetchcharacters.cache.AnswerStore;
import io.github.fetchcharacters.cache.Entry;
import io.github.fetchcharacters.codec.CharacterCodec;
import io.github.fetchcharacters.codec.Characters;
import io.github.fetchcharacters.codec.Page;
import io.github.fetchcharacters.codec.Query;
import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Validator;
import io.github.fetchcharacters.model.Character;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The answers of earlier runs, and what this run adds. Finding one reads a small file on the thread
 * that asks, so no thread that completes answers may; keeping one never waits. Safe for use by many
 * threads.
 */
public final class AnswerCache implements AutoCloseable {

  private final AnswerStore store;
  private final Duration maxAge;
  private final InstantSource clock;
  private final AnswerNames names;
  private final String base;
  private final CharacterCodec codec;

  /**
   * @param base the API's address
   */
  AnswerCache(AnswerStore store, URI base, CacheSettings settings, InstantSource clock) {
    this.store = store;
    this.maxAge = settings.maxAge();
    this.clock = clock;
    this.names = new AnswerNames(settings.api(), settings.headers());
    this.base = base.toString();
    this.codec = new CharacterCodec(base, clock);
  }

  /**
   * Opens the cache.
   *
   * @param base the API's address
   * @param warn takes a line for the user, on any thread
   * @return null if there is no folder, or it must not be used
   */
  public static @Nullable AnswerCache open(
      URI base, CacheSettings settings, Consumer<String> warn) {
    Path folder = settings.folder();
    if (folder == null) {
      warn.accept("there is no cache: neither XDG_CACHE_HOME nor HOME names a folder");
      return null;
    }
    InstantSource clock = InstantSource.system();
    AnswerStore store = AnswerStore.open(folder, clock, warn);
    return store == null ? null : new AnswerCache(store, base, settings, clock);
  }

  /** Finds the answer to a query; null if there is none that its decoder reads. */
  <T> @Nullable Kept<T> find(Query<T> query) {
    Entry entry = store.read(name(query.uri()));
    if (entry == null) {
      return null;
    }
    try {
      T value = query.decoder().apply(new Reply(Reply.OK, "", null, null, entry.body()));
      Duration age = Duration.between(entry.stored(), clock.instant());
      return new Kept<>(entry, value, age, isFresh(age));
    } catch (ApiException unusable) {
      return null;
    }
  }

  /** An entry from the future was stored before a clock went back, by an unknown time. */
  private boolean isFresh(Duration age) {
    return !maxAge.isZero() && !age.isNegative() && age.compareTo(maxAge) <= 0;
  }

  /**
   * Returns the same query, which keeps its answer.
   *
   * @param kept the value of an answer that says it has not changed; null if no request asks that
   */
  <T> Query<T> keeping(Query<T> query, @Nullable Kept<T> kept) {
    return new Query<>(
        query.resource(), query.uri(), reply -> read(query, kept, reply), query.title());
  }

  private <T> T read(Query<T> query, @Nullable Kept<T> kept, Reply reply) {
    if (kept != null && reply.status() == Reply.NOT_MODIFIED) {
      renew(query.uri(), kept, reply);
      return kept.value();
    }
    if (isLast(reply)) {
      store.remove(name(query.uri()));
    }
    T value = query.decoder().apply(reply);
    if (reply.isOk() && reply.storable()) {
      keep(query, reply, value);
    }
    return value;
  }

  /** Whether no answer stays: the older one is out of date, and this one cannot take its place. */
  private static boolean isLast(Reply reply) {
    return reply.status() == Reply.NOT_FOUND || (reply.isOk() && !reply.storable());
  }

  /** RFC 9111, section 4.3.4: a newer validator takes the place of the old one. */
  private void renew(URI uri, Kept<?> kept, Reply reply) {
    boolean same = reply.validator().equals(Validator.NONE);
    put(uri, same ? kept.validator() : reply.validator(), kept.entry().body());
  }

  /**
   * Keeps a complete answer; of several characters each by its id, without a validator, and removes
   * those that the server does not know any more.
   */
  private void keep(Query<?> query, Reply reply, Object value) {
    if (value instanceof Characters several && query.resource().numbers().size() > 1) {
      if (several.complete()) {
        several.found().values().forEach(this::keep);
        query.resource().numbers().stream()
            .filter(id -> !several.found().containsKey(id) && !several.failed().containsKey(id))
            .forEach(unknown -> store.remove(name(codec.character(unknown).uri())));
      }
    } else if (!(value instanceof Page page) || page.unusable().isEmpty()) {
      put(query.uri(), reply.validator(), reply.body());
    }
  }

  private void keep(Character one) {
    put(codec.character(one.id()).uri(), Validator.NONE, one.json().getBytes(UTF_8));
  }

  private void put(URI uri, Validator validator, byte[] body) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    store.write(name(uri), new Entry(now, validator.etag(), validator.lastModified(), body));
  }

  private String name(URI uri) {
    return names.of(uri.toString().substring(base.length()));
  }

  /** Waits until what is kept is on disk, for two seconds at most. */
  @Override
  public void close() {
    store.close();
  }
}
