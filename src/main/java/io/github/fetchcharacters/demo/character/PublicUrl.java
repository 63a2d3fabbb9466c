package io.github.fetchcharacters.demo.character;

/**
 * Addresses inside the bodies. They name the public host on any server, as the public API's own
 * bodies do.
 */
final class PublicUrl {
  /** The root of the public API. */
  static final String ROOT = "https://rickandmortyapi.com/api";

  private PublicUrl() {}

  /** The address of a resource as a whole, such as {@code character}. */
  static String of(String resource) {
    return ROOT + "/" + resource;
  }

  /** The address of one item of a resource. */
  static String of(String resource, int id) {
    return of(resource) + "/" + id;
  }
}
