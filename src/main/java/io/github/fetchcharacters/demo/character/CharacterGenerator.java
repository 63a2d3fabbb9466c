package io.github.fetchcharacters.demo.character;

import java.util.List;

/** Makes up a plausible character from its id alone: the same id, the same character. */
final class CharacterGenerator {
  private static final long SEED = 0x5eedc137L;
  private static final int EPISODES = 51;

  private static final String[] EPITHETS = {
    "Plumber", "Cowboy", "Quantum", "Señor", "Tiny", "Captain", "Zoë", "Robot", "Doctor", "Łucja",
    "Farmer", "Jürgen", "Giant", "Chef", "Professor", "Björn", "Lizard", "Cop", "Toxic", "Renée",
  };
  private static final String[] FAMILIES = {
    "Rick",
    "Morty",
    "Jerry",
    "Summer",
    "Beth",
    "Smith",
    "Sanchez",
    "Gromflomite",
    "Zigerion",
    "Ångström",
    "Nebulon",
    "Müller",
    "Garblovian",
    "Muñoz",
    "Krootabulan",
    "O'Hara",
  };
  private static final String[] STATUSES = {"Alive", "Alive", "Alive", "Dead", "Dead", "unknown"};
  private static final String[] SPECIES = {
    "Human",
    "Human",
    "Human",
    "Human",
    "Alien",
    "Alien",
    "Alien",
    "Humanoid",
    "Robot",
    "Animal",
    "Mythological Creature",
    "Cronenberg",
    "unknown",
  };
  private static final String[] TYPES = {
    "", "", "", "", "", "", "Parasite", "Clone", "Cat-Person", "Gazorpian", "Zigerion", "Mytholog",
  };
  private static final String[] GENDERS = {
    "Male", "Male", "Male", "Female", "Female", "Genderless", "unknown",
  };

  private CharacterGenerator() {}

  /** Makes the character with this id. */
  static DemoCharacter character(int id) {
    SplitMix64 random = new SplitMix64(SEED, id);
    String family = pick(FAMILIES, random);
    return new DemoCharacter(
        id,
        pick(EPITHETS, random) + " " + family,
        pick(STATUSES, random),
        pick(SPECIES, random),
        pick(TYPES, random),
        gender(family, random),
        Location.numbered(random.nextInt(Location.COUNT)),
        Location.numbered(random.nextInt(Location.COUNT)),
        episodes(random),
        created(random));
  }

  private static String gender(String family, SplitMix64 random) {
    return switch (family) {
      case "Rick", "Morty", "Jerry" -> "Male";
      case "Summer", "Beth" -> "Female";
      default -> pick(GENDERS, random);
    };
  }

  private static List<Integer> episodes(SplitMix64 random) {
    int first = 1 + random.nextInt(EPISODES);
    int second = first + 1 + random.nextInt(EPISODES);
    return second > EPISODES ? List.of(first) : List.of(first, second);
  }

  private static String created(SplitMix64 random) {
    StringBuilder text = new StringBuilder(24).append(2018 + random.nextInt(4));
    padded(text.append('-'), 1 + random.nextInt(12), 2);
    padded(text.append('-'), 1 + random.nextInt(28), 2);
    padded(text.append('T'), random.nextInt(24), 2);
    padded(text.append(':'), random.nextInt(60), 2);
    padded(text.append(':'), random.nextInt(60), 2);
    padded(text.append('.'), random.nextInt(1000), 3);
    return text.append('Z').toString();
  }

  private static void padded(StringBuilder text, int number, int digits) {
    String plain = Integer.toString(number);
    for (int i = plain.length(); i < digits; i++) {
      text.append('0');
    }
    text.append(plain);
  }

  private static String pick(String[] choices, SplitMix64 random) {
    return choices[random.nextInt(choices.length)];
  }
}
