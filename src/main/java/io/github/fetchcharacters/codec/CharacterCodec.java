package io.github.fetchcharacters.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.model.Character;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds the requests and reads the answers: shared by every mode, and free of I/O. Safe for use by
 * many threads.
 */
public final class CharacterCodec {

  private static final int OK = 200;

  /** What malformed input is decoded to; it may also have been sent. */
  private static final char REPLACEMENT = '\uFFFD';

  /** What the API says where no record matches. */
  private static final String NO_MATCH = "There is nothing here";

  /** Streams, with Jackson's own limits on nesting (1,000) and number length (1,000 digits). */
  private final JsonFactory json = JsonFactory.builder().build();

  private final String base;
  private final InstantSource clock;
  private final HttpSettings.@Nullable Proxy proxy;

  /** Where no proxy is in between. */
  public CharacterCodec(URI base, InstantSource clock) {
    this(base, clock, null);
  }

  /**
   * @param base where the API is, for example {@code https://rickandmortyapi.com/api}; with or
   *     without a slash at its end
   * @param clock tells when an answer came, to read a Retry-After that is a date
   * @param proxy what answers may come from instead of the server, null for none
   */
  public CharacterCodec(URI base, InstantSource clock, HttpSettings.@Nullable Proxy proxy) {
    String text = base.toString();
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    this.clock = clock;
    this.proxy = proxy;
  }

  public Query<Character> character(long id) {
    return new Query<>(
        Resource.characters(List.of(id)),
        URI.create(base + "/character/" + id),
        reply -> decodeCharacter(reply, id),
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
        reply -> decodeCharacters(reply, Set.copyOf(ids)),
        characters -> counted(characters.found().size()));
  }

  /**
   * A page of the list of characters; the API's own link to the next one names the public host
   * wherever the server is, and is not read.
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
        reply -> number == 1 ? decodeFirst(reply, !filters.isEmpty()) : decodePage(reply),
        page -> counted(page.characters().size()));
  }

  private static String counted(int characters) {
    return characters == 1 ? "1 character" : characters + " characters";
  }

  private static String joined(List<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  public Character decodeCharacter(Reply reply, long id) {
    Character character = decode(reply, RecordReader::character);
    if (character.id() != id) {
      throw DecodeException.ofAnother(character.id());
    }
    return character;
  }

  /** What is not of these ids may stand in the place of any. */
  Characters decodeCharacters(Reply reply, Set<Long> ids) {
    Records records = decode(reply, RecordReader::characters);
    Map<Long, Character> found = new HashMap<>();
    Map<Long, DecodeException> failed = new HashMap<>();
    records.characters().forEach(record -> found.put(record.id(), record));
    records.unusable().forEach(record -> failed.put(record.id(), record.failure()));
    boolean strangers = found.keySet().retainAll(ids);
    boolean unknown = failed.keySet().retainAll(ids);
    return new Characters(found, failed, !strangers && !unknown);
  }

  /**
   * The first page, which says how many there are. No match at all is a 404; where every character
   * is asked for that is an error: the API says the same of an address that it does not have.
   *
   * @param mayBeEmpty whether there are filters
   */
  Page decodeFirst(Reply reply, boolean mayBeEmpty) {
    boolean empty =
        mayBeEmpty && reply.status() == 404 && NO_MATCH.equals(ErrorText.of(reply.body()));
    return empty ? Page.EMPTY : requireFirst(decodePage(reply));
  }

  /** Only an empty list has an empty page, and one that long would be no list of characters. */
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

  /** Of a further page the figures are not read; beyond the last page there are no records. */
  private Page decodePage(Reply reply) {
    return decode(reply, RecordReader::page);
  }

  private interface Reading<T> {
    T from(RecordReader reader) throws IOException;
  }

  private <T> T decode(Reply reply, Reading<T> reading) {
    requireOk(reply);
    String text = utf8(reply.body());
    try (JsonParser parser = json.createParser(text)) {
      T value = reading.from(new RecordReader(parser, text));
      if (parser.nextToken() != null) {
        throw DecodeException.malformed("the answer goes on after the record", null);
      }
      return value;
    } catch (StreamConstraintsException hostile) {
      throw DecodeException.unusable("the answer is beyond reason: " + firstLine(hostile));
    } catch (JsonEOFException cut) {
      throw DecodeException.malformed("the answer is cut short", cut);
    } catch (JsonProcessingException malformed) {
      throw DecodeException.malformed("the answer is not JSON: " + firstLine(malformed), malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from a string", impossible);
    }
  }

  private void requireOk(Reply reply) {
    if (reply.status() == StatusException.PROXY_AUTHENTICATION_REQUIRED && proxy != null) {
      throw StatusException.ofProxy(reply.status(), proxy);
    }
    if (reply.status() != OK) {
      throw new StatusException(
          reply.status(),
          StatusText.of(reply),
          reply.retryAfter() == null
              ? null
              : RetryAfter.parse(reply.retryAfter(), clock.instant()).orElse(null));
    }
  }

  /** RFC 8259, section 8.1: JSON is UTF-8, and a byte order mark may be ignored. */
  private static String utf8(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(body);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Takes several times as long as to decode it. */
  private static void requireUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException malformed) {
      throw DecodeException.malformed("the answer is not UTF-8", malformed);
    }
  }

  private static String firstLine(JsonProcessingException failure) {
    String message = failure.getOriginalMessage();
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
