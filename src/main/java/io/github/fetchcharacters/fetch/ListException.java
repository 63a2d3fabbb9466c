package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.http.ApiException;

/** The pages of a list differ from what the first one announces. */
final class ListException extends ApiException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the fault of a page, to follow its name
   */
  public ListException(String message) {
    super(message, null, false);
  }
}
