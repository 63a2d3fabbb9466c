package io.github.fetchcharacters.demo.character;

/**
 * Writes compact JSON text (RFC 8259), setting the commas. Whoever calls it keeps the structure
 * right: it checks nothing. For one thread.
 */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out;
  private boolean separate;

  /** Starts empty, with room for this many characters. */
  JsonWriter(int capacity) {
    out = new StringBuilder(capacity);
  }

  /** Opens an object or array with its bracket. */
  JsonWriter open(char bracket) {
    comma();
    out.append(bracket);
    separate = false;
    return this;
  }

  /** Closes an object or array with its bracket. */
  JsonWriter close(char bracket) {
    out.append(bracket);
    separate = true;
    return this;
  }

  /** Writes the name of a member, whose value is written next. */
  JsonWriter name(String name) {
    string(name);
    out.append(':');
    separate = false;
    return this;
  }

  /** Writes a string, escaped as RFC 8259, section 7, asks for. */
  JsonWriter string(String value) {
    comma();
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(value.charAt(i));
    }
    out.append('"');
    return this;
  }

  /** Writes a number. */
  JsonWriter number(int value) {
    comma();
    out.append(value);
    return this;
  }

  /** Writes null. */
  JsonWriter nothing() {
    comma();
    out.append("null");
    return this;
  }

  /** What was written so far. */
  @Override
  public String toString() {
    return out.toString();
  }

  private void comma() {
    if (separate) {
      out.append(',');
    }
    separate = true;
  }

  private void character(char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c < ' ') {
      out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
    } else {
      out.append(c);
    }
  }
}
