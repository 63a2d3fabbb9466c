package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.http.ApiException;

/** The pages of a list do not make up what their first one announces. */
final class ListException extends ApiException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong with a page, to follow its name
   */
  public ListException(String message) {
    super(message, null, false);
  }
}
