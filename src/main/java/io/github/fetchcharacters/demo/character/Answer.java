package io.github.fetchcharacters.demo.character;

/**
 * The server's answer to one request.
 *
 * @param status the HTTP status
 * @param body JSON text, or empty for none
 * @param headers lines that only this answer has, each with its end, or empty
 */
public record Answer(int status, String body, String headers) {

  /** An answer without headers of its own. */
  public Answer(int status, String body) {
    this(status, body, "");
  }

  /** A success with this body. */
  static Answer ok(JsonBody body) {
    return new Answer(200, body.text());
  }

  /** A failure with this text, in the public API's form. */
  public static Answer error(int status, String message) {
    JsonBody body =
        json -> {
          json.writeStartObject();
          json.writeStringField("error", message);
          json.writeEndObject();
        };
    return new Answer(status, body.text());
  }

  /** This answer with one more header. */
  public Answer with(String name, String value) {
    return new Answer(status, body, headers + name + ": " + value + "\r\n");
  }
}
