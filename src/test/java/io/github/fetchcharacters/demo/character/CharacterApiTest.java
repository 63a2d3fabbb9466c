package io.github.fetchcharacters.demo.character;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fetchcharacters.model.CharacterMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterApiTest {
  private static final String PUBLIC_LIST = "https://rickandmortyapi.com/api/character";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CharacterApi api = new CharacterApi(new Catalogue(826));

  @Test
  void writesACharacterAsThePublicApiDoes() {
    assertThat(api.answer("/api/character/10"))
        .isEqualTo(
            new Answer(
                200,
                "{\"id\":10,\"name\":\"Alan Rails\",\"status\":\"Dead\",\"species\":\"Human\","
                    + "\"type\":\"Superhuman (Ghost trains summoner)\",\"gender\":\"Male\","
                    + "\"origin\":{\"name\":\"unknown\",\"url\":\"\"},"
                    + "\"location\":{\"name\":\"Worldender's lair\","
                    + "\"url\":\"https://rickandmortyapi.com/api/location/4\"},"
                    + "\"image\":\"https://rickandmortyapi.com/api/character/avatar/10.jpeg\","
                    + "\"episode\":[\"https://rickandmortyapi.com/api/episode/25\"],"
                    + "\"url\":\"https://rickandmortyapi.com/api/character/10\","
                    + "\"created\":\"2017-11-04T20:19:09.017Z\"}"));
  }

  @Test
  void aCharacterHasTheMembersThatAreKnown() {
    assertThat(paths(ok("/api/character/1", null), "")).isEqualTo(CharacterMembers.paths());
  }

  private static List<String> paths(JsonNode node, String prefix) {
    List<String> paths = new ArrayList<>();
    node.properties()
        .forEach(
            member -> {
              paths.add(prefix + member.getKey());
              paths.addAll(paths(member.getValue(), prefix + member.getKey() + "."));
            });
    return paths;
  }

  @Test
  void namesItsResourcesAtTheRoot() {
    assertThat(ok("/api", null).path("characters").asText()).isEqualTo(PUBLIC_LIST);
  }

  @Test
  void givesSeveralOnceEachInTheOrderOfTheirIdsAndLeavesOutTheUnknown() {
    JsonNode array = ok("/api/character/100,2,2,9999,99999999999999999999,1", null);

    assertThat(array.findValuesAsText("id")).containsExactly("1", "2", "100");
  }

  @Test
  void givesAnArrayEvenIfNoneIsKnown() {
    assertThat(api.answer("/api/character/9998,9999")).isEqualTo(new Answer(200, "[]"));
  }

  @Test
  void givesTheFirstTwentyWithTheirCount() {
    JsonNode page = ok("/api/character", null);

    assertThat(page.path("info"))
        .hasToString(
            "{\"count\":826,\"pages\":42,\"next\":\"" + PUBLIC_LIST + "?page=2\",\"prev\":null}");
    assertThat(page.path("results")).hasSize(20);
    assertThat(page.path("results").path(19).path("id").asInt()).isEqualTo(20);
  }

  @Test
  void givesWhatIsLeftOnTheLastPage() {
    JsonNode page = ok("/api/character", "page=42");

    assertThat(page.path("info").path("next").isNull()).isTrue();
    assertThat(page.path("info").path("prev").asText()).isEqualTo(PUBLIC_LIST + "?page=41");
    assertThat(page.path("results").findValuesAsText("id"))
        .containsExactly("821", "822", "823", "824", "825", "826");
  }

  @Test
  void hasNoEmptyPageAfterAFullLastOne() {
    CharacterApi forty = new CharacterApi(new Catalogue(40));

    assertThat(forty.answer("/api/character?page=2").body())
        .startsWith("{\"info\":{\"count\":40,\"pages\":2,\"next\":null,");
    assertThat(forty.answer("/api/character?page=3").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "name, RICK, rick",
    "name, %20in+my%20, in my",
    "name, bj%C3%B6rn, björn",
    "status, aliv, aliv",
    "species, o, o",
    "type, (ghost, (ghost",
    "gender, female, female",
    "gender, less, less",
  })
  void findsAllThatContainTheTextWhateverTheCase(String member, String value, String text) {
    int expected = 0;
    for (int id = 1; id <= 826; id++) {
      JsonNode character = ok("/api/character/" + id, null);
      expected += character.path(member).asText().toLowerCase(Locale.ROOT).contains(text) ? 1 : 0;
    }

    JsonNode page = ok("/api/character", member + "=" + value);

    assertThat(expected).isPositive();
    assertThat(page.path("info").path("count").asInt()).isEqualTo(expected);
    assertThat(page.path("info").path("pages").asInt()).isEqualTo((expected + 19) / 20);
  }

  @Test
  void doesNotTakeFemaleForMale() {
    List<String> genders = ok("/api/character", "gender=male&page=2").findValuesAsText("gender");

    assertThat(genders).hasSize(20).containsOnly("Male");
  }

  @Test
  void linksTheNeighbouringPagesWithTheirFilters() {
    JsonNode page = ok("/api/character", "status=alive&page=2&name=%20r%20&color=red");

    assertThat(page.path("info").path("next").asText())
        .isEqualTo(PUBLIC_LIST + "?page=3&status=alive&name=r");
    assertThat(page.path("info").path("prev").asText())
        .isEqualTo(PUBLIC_LIST + "?page=1&status=alive&name=r");
    assertThat(page.path("results").findValuesAsText("status")).containsOnly("Alive");
  }

  @Test
  void givesEveryMatchOnExactlyOnePage() {
    int pages = ok("/api/character", "name=morty").path("info").path("pages").asInt();
    List<String> ids = new ArrayList<>();
    for (int page = 1; page <= pages; page++) {
      ids.addAll(
          ok("/api/character", "name=morty&page=" + page).path("results").findValuesAsText("id"));
    }

    assertThat(ids)
        .doesNotHaveDuplicates()
        .hasSize(ok("/api/character", "name=morty").path("info").path("count").asInt());
  }

  private JsonNode ok(String path, @Nullable String query) {
    Answer answer = api.answer(query == null ? path : path + "?" + query);
    assertThat(answer.status()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
