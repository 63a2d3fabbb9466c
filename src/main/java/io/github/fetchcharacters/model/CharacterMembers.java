package io.github.fetchcharacters.model;

import java.util.List;

/** The members of a character's record in the Rick and Morty API. */
public final class CharacterMembers {

  private CharacterMembers() {}

  /**
   * Each member in the API's order, those of an object after it with a dot between: {@code
   * origin.name}. The elements of the array {@code episode} have no path.
   *
   * @see <a href="https://rickandmortyapi.com/documentation/#character-schema">Character schema</a>
   */
  public static List<String> paths() {
    return List.of(
        "id",
        "name",
        "status",
        "species",
        "type",
        "gender",
        "origin",
        "origin.name",
        "origin.url",
        "location",
        "location.name",
        "location.url",
        "image",
        "episode",
        "url",
        "created");
  }
}
