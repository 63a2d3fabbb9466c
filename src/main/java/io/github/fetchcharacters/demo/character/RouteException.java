package io.github.fetchcharacters.demo.character;

/** The public API's error for a request that reaches a route and fails there. */
final class RouteException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  /** Makes a refusal with the text of its body. */
  RouteException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** Returns the server's answer. */
  Answer answer() {
    return Answer.error(status, String.valueOf(getMessage()));
  }
}
