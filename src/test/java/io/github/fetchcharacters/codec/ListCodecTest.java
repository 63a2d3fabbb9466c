package io.github.fetchcharacters.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.model.Character;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for several characters and for pages, and their answers. */
class ListCodecTest {

  private static final String ONE = "{\"id\":1,\"name\":\"Rick\"}";
  private static final String TWO = "{\"id\":2,\"name\":\"Morty\"}";
  private static final Character RICK = new Character(1, "Rick", ONE);
  private static final Character MORTY = new Character(2, "Morty", TWO);

  private final CharacterCodec codec =
      new CharacterCodec(URI.create("http://localhost/api"), InstantSource.system());

  @Test
  void asksForSeveralByTheirIds() {
    Query<Characters> query = codec.characters(List.of(1L, 2L));

    assertThat(query.uri()).hasToString("http://localhost/api/character/1,2");
    assertThat(query.title().apply(new Characters(Map.of(1L, RICK), Map.of(), true)))
        .isEqualTo("1 character");
    assertThat(query.title().apply(new Characters(Map.of(), Map.of(), true)))
        .isEqualTo("0 characters");
  }

  @Test
  void readsASingleOneOfSeveralAsARecord() {
    Query<Characters> query = codec.characters(List.of(1L));

    Characters read = query.decoder().apply(reply(200, ONE));

    assertThat(read).isEqualTo(new Characters(Map.of(1L, RICK), Map.of(), true));
    assertThat(query.uri()).hasToString("http://localhost/api/character/1");
    assertThat(query.title().apply(read)).isEqualTo("Rick");
  }

  @Test
  void readsSeveralInAnyOrderAndMissesNone() {
    assertThat(several("[" + TWO + "," + ONE + "]"))
        .isEqualTo(new Characters(Map.of(1L, RICK, 2L, MORTY), Map.of(), true));
    assertThat(several("[]")).isEqualTo(new Characters(Map.of(), Map.of(), true));
  }

  @Test
  void aRecordThatWasNotAskedForMakesSeveralIncomplete() {
    assertThat(several("[" + ONE + ",{\"id\":9,\"name\":\"Other\"}]"))
        .isEqualTo(new Characters(Map.of(1L, RICK), Map.of(), false));
    assertThat(several("[" + ONE + ",7]").complete()).isFalse();
  }

  @Test
  void aBadRecordCostsItsOwnIdAlone() {
    Characters read = several("[{\"id\":2,\"name\":null}," + ONE + "]");

    assertThat(read.found()).isEqualTo(Map.of(1L, RICK));
    assertThat(read.failed()).containsOnlyKeys(2L);
    assertThat(read.complete()).isTrue();
  }

  @Test
  void twoDifferentRecordsOfAnIdCostIt() {
    Characters read = several("[" + ONE + "," + TWO + "," + ONE + ",{\"id\":2,\"name\":\"Evil\"}]");

    assertThat(read.found()).isEqualTo(Map.of(1L, RICK));
    assertThat(read.failed().get(2L)).hasMessage("the answer has two different records with id 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[%1$s,%2$s,%3$s]", "[%1$s,%3$s,%2$s]", "[%3$s,%2$s,%3$s,%1$s,%2$s]"})
  void aUsableAndAnUnusableRecordOfAnIdCostIt(String order) {
    Characters read = several(order.formatted(ONE, TWO, "{\"id\":2,\"name\":null}"));

    assertThat(read.found()).isEqualTo(Map.of(1L, RICK));
    assertThat(read.failed()).containsOnlyKeys(2L);
    assertThat(read.failed().get(2L)).hasMessage("the record has no usable name");
    assertThat(read.complete()).isTrue();
  }

  @Test
  void asksForAPageByItsNumberAndTheFilters() {
    Map<String, String> filters = new LinkedHashMap<>();
    filters.put("name", "rick é&");
    filters.put("status", "alive");

    Query<Page> query = codec.page(filters, 3);

    assertThat(query.uri())
        .hasToString("http://localhost/api/character?page=3&name=rick+%C3%A9%26&status=alive");
    assertThat(query.title().apply(new Page(2, 1, List.of(RICK, MORTY), List.of())))
        .isEqualTo("2 characters");
  }

  @Test
  void readsTheFiguresAndRecordsOfTheFirstPage() {
    Page page = first(Map.of(), "{\"info\":{\"count\":21,\"pages\":2},\"results\":[" + ONE + "]}");

    assertThat(page).isEqualTo(new Page(21, 2, List.of(RICK), List.of()));
  }

  @Test
  void saysWhichRecordOfAPageIsBad() {
    Page page =
        first(
            Map.of(),
            "{\"results\":[{\"id\":0,\"name\":\"Zero\"},"
                + TWO
                + ",7],"
                + "\"info\":{\"pages\":1,\"count\":3}}");

    assertThat(page.characters()).containsExactly(MORTY);
    assertThat(page.unusable())
        .extracting(ApiException::getMessage)
        .containsExactly("record 1 has no usable id", "record 3 is no object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"results\":[]} | the page has no usable info.count",
        "{\"info\":{\"count\":0,\"pages\":1},\"results\":[7]} | the page has no usable info.count",
        "{\"info\":{\"count\":-1,\"pages\":1},\"results\":[7]} | the page has no usable info.count",
        "{\"info\":{\"count\":2147483648,\"pages\":1},\"results\":[7]}"
            + " | the page has no usable info.count",
        "{\"info\":{\"count\":1},\"results\":[7]} | the page has no usable info.pages",
        "{\"info\":{\"count\":1,\"pages\":0},\"results\":[7]} | the page has no usable info.pages",
        "{\"info\":{\"count\":1,\"pages\":2},\"results\":[7]} | the page has no usable info.pages",
        "{\"info\":{\"count\":1,\"pages\":1},\"results\":[]} | the page has no results",
      })
  void aFirstPageWithoutUsableFiguresIsAFailure(String body, String why) {
    assertThatExceptionOfType(DecodeException.class)
        .isThrownBy(() -> first(Map.of(), body))
        .withMessage(why);
  }

  @Test
  void aListOfTheLargestCountIsUsable() {
    String body = "{\"info\":{\"count\":2147483647,\"pages\":2147483647},\"results\":[7]}";

    assertThat(first(Map.of(), body).pages()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void noMatchIsAnEmptyListWithFiltersAlone() {
    Reply none = reply(404, "{\"error\":\"There is nothing here\"}");

    assertThat(codec.page(Map.of("name", "x"), 1).decoder().apply(none)).isEqualTo(Page.EMPTY);
    assertThatExceptionOfType(StatusException.class)
        .isThrownBy(() -> codec.page(Map.of(), 1).decoder().apply(none))
        .withMessage("404 There is nothing here");
    assertThatExceptionOfType(StatusException.class)
        .isThrownBy(() -> codec.page(Map.of("name", "x"), 2).decoder().apply(none));
  }

  @Test
  void aFurtherPageNeedsNoFigures() {
    Page page = codec.page(Map.of(), 2).decoder().apply(reply(200, "{\"results\":[" + TWO + "]}"));

    assertThat(page).isEqualTo(new Page(-1, -1, List.of(MORTY), List.of()));
  }

  private Characters several(String body) {
    return codec.characters(List.of(1L, 2L)).decoder().apply(reply(200, body));
  }

  private Page first(Map<String, String> filters, String body) {
    return codec.page(filters, 1).decoder().apply(reply(200, body));
  }

  private static Reply reply(int status, String body) {
    return new Reply(status, "", null, null, body.getBytes(UTF_8));
  }
}
