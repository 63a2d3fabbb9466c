package io.github.fetchcharacters.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.model.Character;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a server sends is read or refused, and nothing else. For more of it than a build has
 * time for: {@code -Djqwik.tries.default=1000000}.
 */
class ArbitraryAnswerTest {

  private static final String RECORD =
      "{\"id\":1,\"name\":\"Zo\\u00eb 🛸\",\"n\":[-1.5e+3,true,null],\"origin\":{\"name\":\"C-137\"}}";

  private static final List<String> WHOLE =
      List.of(
          RECORD,
          "[" + RECORD + "," + RECORD.replace(":1,", ":2,") + "]",
          "{\"info\":{\"count\":2,\"pages\":1,\"next\":null},\"results\":[" + RECORD + "]}",
          "{\"error\":\"There is nothing here\"}");

  private final CharacterCodec codec =
      new CharacterCodec(URI.create("http://localhost/api"), InstantSource.system());

  /** The one that may match nothing. */
  private final Query<Page> filtered = codec.page(Map.of("name", "rick"), 1);

  private final List<Query<?>> queries =
      List.of(
          codec.character(1),
          codec.characters(List.of(1L, 2L)),
          codec.page(Map.of(), 1),
          filtered,
          codec.page(Map.of(), 2));

  @Property
  void ofAnyBytesIsReadOrRefused(@ForAll("bodies") byte[] body, @ForAll("statuses") int status) {
    queries.forEach(query -> decode(query, body, status));
  }

  private void decode(Query<?> query, byte[] body, int status) {
    try {
      Object value = query.decoder().apply(new Reply(status, "HTTP/1.1", null, null, body));
      boolean noMatch = status == 404 && query.equals(filtered) && value.equals(Page.EMPTY);
      assertThat(noMatch || status == 200).isTrue();
    } catch (DecodeException refused) {
      assertThat(status).isEqualTo(200);
      assertThat(refused).message().isNotBlank();
    } catch (StatusException refused) {
      assertThat(status).isNotEqualTo(200);
      assertThat(refused).message().isNotBlank();
    }
  }

  @Property
  void ofARecordIsKeptAsItWasSent(@ForAll("bodies") byte[] body) {
    try {
      Character character =
          codec.character(1).decoder().apply(new Reply(200, "HTTP/1.1", null, null, body));
      assertThat(character.id()).isEqualTo(1);
      assertThat(character.name()).isNotEmpty();
      assertThat(character.json()).startsWith("{").endsWith("}");
      assertThat(new String(body, ISO_8859_1)).contains(bytesOf(character.json()));
    } catch (ApiException refused) {
      assertThat(refused).isInstanceOf(DecodeException.class);
    }
  }

  /** A letter for each byte, whatever it is. */
  private static String bytesOf(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.of(200, 200, 200, 404, 407, 429, 500);
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(300), shuffled(), changed());
  }

  /** Tokens without an order, and parts of some. */
  private static Arbitrary<byte[]> shuffled() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\"id\"",
            "\"name\"",
            "\"results\"",
            "\"info\"",
            "1",
            "-0",
            "1e999999999",
            "99999999999999999999",
            "nul",
            "true",
            "\\u",
            "\\ud83d",
            "\uFEFF",
            " ",
            "\0",
            "é",
            RECORD)
        .list()
        .ofMaxSize(40)
        .map(tokens -> String.join("", tokens).getBytes(UTF_8));
  }

  /** An answer as it should be, but for some bytes. */
  private static Arbitrary<byte[]> changed() {
    Arbitrary<List<Integer>> places = Arbitraries.integers().between(0, 999).list().ofMaxSize(4);
    return Combinators.combine(Arbitraries.of(WHOLE), places, Arbitraries.bytes())
        .as((whole, at, with) -> changed(at, whole.getBytes(UTF_8), with));
  }

  private static byte[] changed(List<Integer> places, byte[] bytes, byte with) {
    places.forEach(place -> bytes[place % bytes.length] = with);
    return bytes;
  }
}
