package io.github.fetchcharacters.api;

import io.github.fetchcharacters.codec.Resource;
import java.util.List;

/**
 * Listens to the calls of a client: makes a listener for each of them. Safe for use by many
 * threads; must neither throw nor block; an exception ends the call.
 */
@FunctionalInterface
public interface ApiListener {

  /** Listens to nothing. */
  ApiListener NONE = resource -> CallListener.NONE;

  /**
   * Hears that a call begins.
   *
   * @return hears its steps
   */
  CallListener begin(Resource resource);

  /** Joins several listeners, called in this order. */
  static ApiListener all(List<ApiListener> listeners) {
    List<ApiListener> all = List.copyOf(listeners);
    return all.size() == 1
        ? all.get(0)
        : resource -> new CallListeners(all.stream().map(one -> one.begin(resource)).toList());
  }
}
