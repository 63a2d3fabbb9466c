package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.model.Character;
import io.github.fetchcharacters.model.InWords;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds the queries, each with the decoder of its answer, for every mode; does no I/O. Safe for
 * use by many threads.
 */
public final class CharacterCodec {

  private final String base;
  private final CharacterDecoder decoder;

  /** A codec without a proxy. */
  public CharacterCodec(URI base, InstantSource clock) {
    this(base, clock, null);
  }

  /**
   * @param base where the API is, for example {@code https://rickandmortyapi.com/api}; with or
   *     without a slash at its end
   * @param clock the time at which an answer came, to read a Retry-After that is a date
   * @param proxy may answer instead of the server, null for none
   */
  public CharacterCodec(URI base, InstantSource clock, HttpSettings.@Nullable Proxy proxy) {
    String text = base.toString();
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    this.decoder = new CharacterDecoder(clock, proxy, "http".equalsIgnoreCase(base.getScheme()));
  }

  /** Asks for one character. */
  public Query<Character> character(long id) {
    return new Query<>(
        Resource.characters(List.of(id)),
        URI.create(base + "/character/" + id),
        reply -> decoder.character(reply, id),
        Character::name);
  }

  /**
   * Asks for several characters with one request.
   *
   * @param ids different ones; of a single id the API sends the record itself, not a list of one
   */
  public Query<Characters> characters(List<Long> ids) {
    if (ids.size() == 1) {
      Query<Character> one = character(ids.get(0));
      return new Query<>(
          one.resource(),
          one.uri(),
          reply -> new Characters(Map.of(ids.get(0), one.decoder().apply(reply)), Map.of(), true),
          characters -> characters.found().values().iterator().next().name());
    }
    return new Query<>(
        Resource.characters(ids),
        URI.create(base + "/character/" + joined(ids)),
        reply -> decoder.characters(reply, Set.copyOf(ids)),
        characters -> InWords.characters(characters.found().size()));
  }

  /**
   * Asks for a page of the list of characters, by number: the API's own link to the next page names
   * the public host wherever the server is.
   *
   * @param filters what all records must match, by the name of the API's parameter; in UTF-8
   * @param number from 1
   */
  public Query<Page> page(Map<String, String> filters, long number) {
    StringBuilder query = new StringBuilder("?page=" + number);
    filters.forEach(
        (name, value) ->
            query
                .append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return new Query<>(
        Resource.page(number),
        URI.create(base + "/character" + query),
        reply -> number == 1 ? decoder.first(reply, !filters.isEmpty()) : decoder.page(reply),
        page -> InWords.characters(page.characters().size()));
  }

  private static String joined(List<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
