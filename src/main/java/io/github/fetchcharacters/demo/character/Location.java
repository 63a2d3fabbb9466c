package io.github.fetchcharacters.demo.character;

/**
 * The place of a character's origin or last appearance.
 *
 * @param name its name
 * @param url its address at the public API, or empty for the unknown place
 */
record Location(String name, String url) {
  /** By number, as in the public API; the place without a number is unknown. */
  private static final String[] NAMES = {
    "unknown",
    "Earth (C-137)",
    "Abadango",
    "Citadel of Ricks",
    "Worldender's lair",
    "Anatomy Park",
    "Interdimensional Cable",
    "Immortality Field Resort",
    "Post-Apocalyptic Earth",
    "Purge Planet",
    "Venzenulon 7",
    "Bepis 9",
    "Cronenberg Earth",
    "Nuptia 4",
    "Giant's Town",
    "Bird World",
    "St. Gloopy Noops Hospital",
    "Earth (5-126)",
    "Mr. Goldenfold's dream",
    "Gromflom Prime",
    "Earth (Replacement Dimension)",
    "Testicle Monster Dimension",
    "Signus 5 Expanse",
    "Earth (C-500A)",
    "Rick's Battery Microverse",
    "The Menagerie",
    "Earth (K-83)",
    "Hideout Planet",
    "Unity's Planet",
    "Dorian 5",
    "Earth (Unknown dimension)",
    "Earth (J19ζ7)",
    "Roy: A Life Well Lived",
    "Eric Stoltz Mask Earth",
    "Earth (Evil Rick's Target Dimension)",
    "Planet Squanch",
  };

  /** The number of places, the unknown one included. */
  static final int COUNT = NAMES.length;

  /** Returns the place with this number, 0 to {@link #COUNT} (exclusive); 0 is the unknown one. */
  static Location numbered(int number) {
    return new Location(NAMES[number], number == 0 ? "" : PublicUrl.of("location", number));
  }
}
