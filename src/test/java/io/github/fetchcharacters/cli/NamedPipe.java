package io.github.fetchcharacters.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A named pipe of {@code mkfifo}. */
public final class NamedPipe {

  private NamedPipe() {}

  /** Makes one, where the system has them. */
  public static Path make(Path path) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo");
    Process process = new ProcessBuilder("mkfifo", path.toString()).start();
    assumeTrue(process.waitFor() == 0, "named pipes");
    return path;
  }

  /** Writes to it on a thread of its own, as soon as it has a reader. */
  public static void feed(Path pipe, String text) {
    Thread writer =
        new Thread(
            () -> {
              try {
                Files.writeString(pipe, text);
              } catch (IOException gone) {
                // The reader reports the missing text.
              }
            },
            "writer");
    writer.setDaemon(true);
    writer.start();
  }
}
