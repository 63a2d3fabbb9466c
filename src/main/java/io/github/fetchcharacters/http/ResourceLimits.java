package io.github.fetchcharacters.http;

import io.github.fetchcharacters.http.TransportException.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the JDK throws where the operating system refuses a file descriptor or a thread. */
public final class ResourceLimits {

  private ResourceLimits() {}

  /**
   * The client's and the selector's constructors wrap it in an error or an unchecked exception. A
   * class that could not load its library fails at each later use with an error that quotes the
   * first (JDK-8048190).
   */
  public static boolean outOfDescriptors(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String said = "" + cause.getMessage();
      if (cause instanceof IOException
          && (said.endsWith("Too many open files")
              || said.endsWith("Too many open files in system"))) {
        return true;
      }
      if (cause instanceof LinkageError && said.contains("Too many open files")) {
        return true;
      }
    }
    return false;
  }

  public static TransportException noDescriptors(@Nullable Throwable cause) {
    return new TransportException(
        Kind.NO_DESCRIPTORS,
        "this process may open no more files or connections (a smaller --concurrency needs fewer)",
        cause);
  }

  /** HotSpot's words, with the likely reasons after them. */
  public static boolean outOfThreads(@Nullable Throwable failure) {
    return failure instanceof OutOfMemoryError
        && ("" + failure.getMessage()).startsWith("unable to create native thread");
  }

  public static TransportException noThreads(@Nullable Throwable cause) {
    return new TransportException(
        Kind.NO_THREADS,
        "this process may start no more threads (a smaller --concurrency needs fewer)",
        cause);
  }
}
