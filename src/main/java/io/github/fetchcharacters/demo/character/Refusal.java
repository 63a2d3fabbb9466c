package io.github.fetchcharacters.demo.character;

/** The public API's error to a request that reached a route and fails there. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  /** With the text that the body gives. */
  Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** What the server answers. */
  Answer answer() {
    return Answer.error(status, String.valueOf(getMessage()));
  }
}
