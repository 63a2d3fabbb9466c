package io.github.fetchcharacters.demo.character;

import java.util.List;

/**
 * One character.
 *
 * @param id its number, from 1
 * @param name never empty
 * @param status {@code Alive}, {@code Dead} or {@code unknown}
 * @param species never empty
 * @param type a subspecies, often empty
 * @param gender {@code Female}, {@code Male}, {@code Genderless} or {@code unknown}
 * @param origin where it comes from
 * @param location where it was last seen
 * @param episodes the numbers of the episodes it appears in, ascending
 * @param created when it was entered, ISO-8601 in UTC with milliseconds
 */
record DemoCharacter(
    int id,
    String name,
    String status,
    String species,
    String type,
    String gender,
    Place origin,
    Place location,
    List<Integer> episodes,
    String created) {

  /** Writes the members in the public API's order. */
  void writeTo(JsonWriter json) {
    json.open('{').name("id").number(id).name("name").string(name).name("status").string(status);
    json.name("species").string(species).name("type").string(type).name("gender").string(gender);
    place(json.name("origin"), origin);
    place(json.name("location"), location);
    json.name("image").string(image());
    json.name("episode").open('[');
    for (int episode : episodes) {
      json.string(PublicUrl.of("episode", episode));
    }
    json.close(']').name("url").string(PublicUrl.of("character", id));
    json.name("created").string(created).close('}');
  }

  private String image() {
    return PublicUrl.of("character/avatar", id) + ".jpeg";
  }

  private static void place(JsonWriter json, Place place) {
    json.open('{').name("name").string(place.name()).name("url").string(place.url()).close('}');
  }
}
