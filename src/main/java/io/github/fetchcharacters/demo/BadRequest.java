package io.github.fetchcharacters.demo;

import java.io.IOException;

/** Bytes that are no request, to which the public API answers with a status line alone. */
final class BadRequest extends IOException {
  private static final long serialVersionUID = 1;

  /** With the status and its words. */
  BadRequest(String status) {
    super(status);
  }
}
