package io.github.fetchcharacters.http.client;

import java.util.Set;
import java.util.stream.Collectors;

/** The threads of HTTP clients, one for each client that has not ended. */
public final class Selectors {

  private Selectors() {}

  /** A set of its own. */
  public static Set<Thread> alive() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("HttpClient-\\d+-SelectorManager"))
        .collect(Collectors.toSet());
  }
}
