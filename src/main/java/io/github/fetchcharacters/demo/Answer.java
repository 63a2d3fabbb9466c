package io.github.fetchcharacters.demo;

/**
 * What the server says to one request.
 *
 * @param status the HTTP status
 * @param body JSON text
 */
record Answer(int status, String body) {
  /** A success with this body. */
  static Answer ok(JsonWriter json) {
    return new Answer(200, json.toString());
  }

  /** A failure with this text, in the public API's form. */
  static Answer error(int status, String message) {
    JsonWriter json = new JsonWriter(64);
    json.open('{').name("error").string(message).close('}');
    return new Answer(status, json.toString());
  }
}
