package io.github.fetchcharacters.selection;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard input as a source of ids, for one iterator. It knows how far that has read, on any
 * thread.
 */
final class StandardInput implements IdSource {

  private final InputStream in;
  private volatile @Nullable StandardInputIds ids;

  StandardInput(InputStream in) {
    this.in = in;
  }

  @Override
  public StandardInputIds ranges(Runnable beforeWaiting) {
    StandardInputIds begun = new StandardInputIds(in, beforeWaiting);
    ids = begun;
    return begun;
  }

  /** Whether no id follows those read; false where only a wait would show it. */
  boolean isAtEnd() {
    StandardInputIds begun = ids;
    return begun != null && begun.isAtEnd();
  }

  /** The number of ids read, those of whole ranges and a bad one included. */
  long count() {
    StandardInputIds begun = ids;
    return begun == null ? 0 : begun.count();
  }
}
