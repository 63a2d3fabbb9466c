package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.AttemptErrorException;
import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.model.Character;
import java.util.List;
import java.util.concurrent.CancellationException;

/** The result of one id, or of one page by its number. */
public sealed interface Outcome {

  /** The id, or the number of the page. */
  long id();

  /**
   * An answer.
   *
   * @param characters the record of the id, or the records of the page in the API's order
   * @param unusable why further records of the page are unusable, each naming its place
   */
  record Found(long id, List<Character> characters, List<? extends ApiException> unusable)
      implements Outcome {

    /** The record of an id. */
    public Found(Character character) {
      this(character.id(), List.of(character), List.of());
    }
  }

  /**
   * A failure.
   *
   * @param failure an {@link ApiException}; anything else is a defect of this program
   */
  record Failed(long id, RuntimeException failure) implements Outcome {}

  /** Returns the outcome of a call that threw, or of a future that failed. */
  static Outcome ofFailure(long id, Throwable thrown) {
    RuntimeException failure = AttemptErrorException.orItself(thrown);
    return failure instanceof CancellationException ? new Skipped(id) : new Failed(id, failure);
  }

  /** The run stopped before the outcome was known. */
  record Skipped(long id) implements Outcome {}
}
