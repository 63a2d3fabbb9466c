package io.github.fetchcharacters.terminal;

import java.util.Locale;

/** When to do something that suits only a terminal. */
public enum When {
  /** If the environment and the terminal suggest it. */
  AUTO,
  ALWAYS,
  NEVER;

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
