package io.github.fetchcharacters.demo.character;

/**
 * The characters with the ids 1 to a number. Makes each on demand, so that a million of them take
 * no memory.
 *
 * @param size the number of characters
 */
public record Catalogue(int size) {
  /** Whether there is a character with this id. */
  boolean contains(long id) {
    return id >= 1 && id <= size;
  }

  /** The character with this id, which must be {@link #contains contained}. */
  DemoCharacter character(int id) {
    DemoCharacter known = KnownCharacters.find(id);
    return known == null ? CharacterGenerator.character(id) : known;
  }
}
