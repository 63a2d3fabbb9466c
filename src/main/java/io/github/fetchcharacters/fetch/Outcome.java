package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.model.Character;

/** What became of one id that was asked for. */
public sealed interface Outcome {

  /** The id asked for. */
  long id();

  /** The record arrived. */
  record Found(Character character) implements Outcome {
    @Override
    public long id() {
      return character.id();
    }
  }

  /**
   * The record could not be had.
   *
   * @param failure an {@link io.github.fetchcharacters.api.ApiException}; anything else is a defect
   *     of this program
   */
  record Failed(long id, RuntimeException failure) implements Outcome {}

  /** The run was stopped before it was known what becomes of this id. */
  record Skipped(long id) implements Outcome {}
}
