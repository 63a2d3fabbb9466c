package io.github.fetchcharacters.demo;

import java.io.IOException;

/** Bytes that are no request; the public API answers them with a status line alone. */
final class BadRequest extends IOException {
  private static final long serialVersionUID = 1;

  /** With the status and its words. */
  BadRequest(String status) {
    super(status);
  }
}
