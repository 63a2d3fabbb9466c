package io.github.fetchcharacters.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A pipe with a reader, open until the export is written: {@code >(command)}. */
final class PipeFile implements ExportFile {

  /** The type among the bits of a mode, and its value for a pipe (POSIX, sys/stat.h). */
  private static final int TYPE = 0xF000;

  private static final int PIPE = 0x1000;

  /** Time for a reader to open its end. */
  private static final int MAX_WAIT_MILLIS = 1000;

  private final Path path;
  private final FileOutputStream out;

  private PipeFile(Path path, FileOutputStream out) {
    this.path = path;
    this.out = out;
  }

  static boolean isPipe(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        && ((int) Files.getAttribute(path, "unix:mode") & TYPE) == PIPE;
  }

  /**
   * Opens the pipe.
   *
   * @throws IOException if it cannot be opened, or has no reader
   */
  static PipeFile open(Path path) throws IOException {
    Opening opening = new Opening(path);
    opening.start();
    FileOutputStream out = opening.opened();
    if (out == null) {
      throw new IOException("this pipe has no reader");
    }
    return new PipeFile(path, out);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public void write(byte[] content) throws IOException {
    out.write(content);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Opens the pipe, which blocks until it has a reader; an interrupt does not end it. */
  private static final class Opening extends Thread {

    private final Path path;
    private final AtomicReference<@Nullable FileOutputStream> out = new AtomicReference<>();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

    Opening(Path path) {
      super("pipe");
      this.path = path;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        out.set(new FileOutputStream(path.toFile()));
      } catch (IOException unable) {
        failure.set(unable);
      }
    }

    /** Returns the open pipe; null without a reader in time. */
    @Nullable FileOutputStream opened() throws IOException {
      try {
        join(MAX_WAIT_MILLIS);
        if (isAlive()) {
          giveUp();
          return null;
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      IOException unable = failure.get();
      if (unable != null) {
        throw unable;
      }
      return out.get();
    }

    /** Ends the thread's wait with a reader of its own. */
    private void giveUp() throws IOException, InterruptedException {
      RandomAccessFile reader = new RandomAccessFile(path.toFile(), "rw");
      try {
        join();
      } finally {
        reader.close();
      }
      FileOutputStream late = out.get();
      if (late != null) {
        late.close();
      }
    }
  }
}
