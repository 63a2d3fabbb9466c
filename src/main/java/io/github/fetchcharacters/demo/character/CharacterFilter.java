package io.github.fetchcharacters.demo.character;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One condition on the characters of a list.
 *
 * @param member the member to test
 * @param text the request's text, not empty
 * @param condition tests the member's value
 */
record CharacterFilter(Member member, String text, Predicate<String> condition) {
  /** The members that a request can filter by. */
  enum Member {
    NAME("name"),
    STATUS("status"),
    SPECIES("species"),
    TYPE("type"),
    GENDER("gender");

    /** The name of its parameter. */
    final String parameter;

    Member(String parameter) {
      this.parameter = parameter;
    }

    /** Returns the member of a parameter, or null if there is none. */
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

  /**
   * Returns the condition that a member contains a text, in any case. The public API takes a text
   * that begins with {@code male} for a regular expression and matches it at the start, since every
   * {@code female} contains it.
   *
   * @throws RouteException if that is no regular expression
   */
  static CharacterFilter of(Member member, String text) throws RouteException {
    boolean expression = text.regionMatches(true, 0, "male", 0, 4);
    Predicate<String> condition =
        expression ? expression('^' + text) : value -> contains(value, text);
    return new CharacterFilter(member, text, condition);
  }

  /** Whether the character meets the condition. */
  boolean matches(DemoCharacter character) {
    return condition.test(member.of(character));
  }

  private static boolean contains(String value, String text) {
    for (int start = 0; start <= value.length() - text.length(); start++) {
      if (value.regionMatches(true, start, text, 0, text.length())) {
        return true;
      }
    }
    return false;
  }

  private static Predicate<String> expression(String text) throws RouteException {
    try {
      int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      return Pattern.compile(text, flags).asPredicate();
    } catch (PatternSyntaxException e) {
      throw new RouteException(500, "Invalid regular expression: /" + text + "/i: " + reason(e));
    }
  }

  /** V8's words for the usual faults. */
  private static String reason(PatternSyntaxException fault) {
    String reason = fault.getDescription();
    return Stream.of(
            "Unclosed group|Unterminated group",
            "Unmatched closing|Unmatched ')'",
            "Unclosed character class|Unterminated character class",
            "Dangling meta character|Nothing to repeat",
            "|Invalid group")
        .filter(row -> reason.startsWith(row.substring(0, row.indexOf('|'))))
        .map(row -> row.substring(row.indexOf('|') + 1))
        .findFirst()
        .orElseThrow();
  }
}
