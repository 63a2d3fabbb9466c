package io.github.fetchcharacters.api;

import java.time.Duration;

/** Writes how old something is. */
public final class Ages {

  private Ages() {}

  /** In the largest unit of which it is at least one: {@code 0 s}, {@code 3 min}, {@code 2 d}. */
  public static String inWords(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d";
    }
    if (age.toHours() > 0) {
      return age.toHours() + " h";
    }
    return age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
  }
}
