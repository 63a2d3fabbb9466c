package io.github.fetchcharacters.terminal;

import java.util.Locale;

/** Whether to do something that suits a terminal only. */
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
