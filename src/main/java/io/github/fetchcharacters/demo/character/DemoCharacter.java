package io.github.fetchcharacters.demo.character;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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
 * @param origin its place of origin
 * @param location the place of its last appearance
 * @param episodes the numbers of the episodes it appears in, ascending
 * @param created the time of its entry, ISO-8601 in UTC with milliseconds
 */
record DemoCharacter(
    int id,
    String name,
    String status,
    String species,
    String type,
    String gender,
    Location origin,
    Location location,
    List<Integer> episodes,
    String created)
    implements JsonBody {

  /** Writes the members in the public API's order. */
  @Override
  public void writeTo(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", id);
    json.writeStringField("name", name);
    json.writeStringField("status", status);
    json.writeStringField("species", species);
    json.writeStringField("type", type);
    json.writeStringField("gender", gender);
    writePlace(json, "origin", origin);
    writePlace(json, "location", location);
    json.writeStringField("image", image());
    writeEpisodes(json);
    json.writeStringField("url", PublicUrl.of("character", id));
    json.writeStringField("created", created);
    json.writeEndObject();
  }

  private String image() {
    return PublicUrl.of("character/avatar", id) + ".jpeg";
  }

  private static void writePlace(JsonGenerator json, String member, Location place)
      throws IOException {
    json.writeObjectFieldStart(member);
    json.writeStringField("name", place.name());
    json.writeStringField("url", place.url());
    json.writeEndObject();
  }

  private void writeEpisodes(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("episode");
    for (int episode : episodes) {
      json.writeString(PublicUrl.of("episode", episode));
    }
    json.writeEndArray();
  }
}
