package io.github.fetchcharacters.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class InternalErrorsTest {

  @Test
  void aClassThatDoesNotLoadHasTheReason() {
    assertThat(
            InternalErrors.inWords(
                new ExceptionInInitializerError(
                    new IllegalStateException(new IOException("Too many open files")))))
        .isEqualTo("internal error: ExceptionInInitializerError (Too many open files)");
    assertThat(InternalErrors.inWords(new NoClassDefFoundError()))
        .isEqualTo("internal error: NoClassDefFoundError");
  }

  @Test
  void otherErrorsAreNamedAndExceptionsQuoted() {
    assertThat(InternalErrors.inWords(new OutOfMemoryError("Java heap space")))
        .isEqualTo("internal error: OutOfMemoryError");
    assertThat(InternalErrors.inWords(new IllegalStateException("a\nb")))
        .isEqualTo("internal error: java.lang.IllegalStateException: a\\u000ab");
  }
}
