package io.github.fetchcharacters.demo;

import org.jspecify.annotations.Nullable;

/**
 * One condition on the characters of a list.
 *
 * @param member the member it looks at
 * @param text what that member must contain, whatever the case; a text that begins with {@code
 *     male} must stand at the member's start, since every {@code female} contains it
 */
record CharacterFilter(Member member, String text) {
  /** The members that can be filtered by. */
  enum Member {
    NAME("name"),
    STATUS("status"),
    SPECIES("species"),
    TYPE("type"),
    GENDER("gender");

    /** What a request calls it. */
    final String parameter;

    Member(String parameter) {
      this.parameter = parameter;
    }

    /** The member a request calls so, or null if there is none to filter by. */
    static @Nullable Member called(String parameter) {
      for (Member member : values()) {
        if (member.parameter.equals(parameter)) {
          return member;
        }
      }
      return null;
    }

    private String of(DemoCharacter character) {
      return switch (this) {
        case NAME -> character.name();
        case STATUS -> character.status();
        case SPECIES -> character.species();
        case TYPE -> character.type();
        case GENDER -> character.gender();
      };
    }
  }

  /** Whether the character meets the condition. */
  boolean matches(DemoCharacter character) {
    String value = member.of(character);
    int last = text.regionMatches(true, 0, "male", 0, 4) ? 0 : value.length() - text.length();
    for (int start = 0; start <= last; start++) {
      if (value.regionMatches(true, start, text, 0, text.length())) {
        return true;
      }
    }
    return false;
  }
}
