package io.github.fetchcharacters.process;

import io.github.fetchcharacters.terminal.ReaderGoneException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process's standard output, unbuffered. Unlike {@link System#out} it reports a failed write,
 * and distinguishes a reader who went away from a full disk.
 */
public final class StandardOutput extends OutputStream {

  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException failure) {
      throw isPipe(failure) ? new ReaderGoneException(failure) : failure;
    }
  }

  /**
   * Whether the write failed for lack of a reader: only pipes and sockets do. On Linux the message
   * may be in any language.
   */
  private static boolean isPipe(IOException failure) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return lacksReader(target, failure);
    } catch (IOException notLinux) {
      return saysPipe(failure);
    }
  }

  /**
   * Whether a failed write to what {@code /proc} names found no reader. A full pipe has one: a
   * write to it fails (EAGAIN) where another program has made it non-blocking.
   */
  static boolean lacksReader(String target, IOException failure) {
    boolean pipe = target.startsWith("pipe:") || target.startsWith("socket:");
    return pipe && !"Resource temporarily unavailable".equals(failure.getMessage());
  }

  /** The words of macOS for EPIPE, and of Windows for ERROR_NO_DATA and ERROR_BROKEN_PIPE. */
  static boolean saysPipe(IOException failure) {
    String message = "" + failure.getMessage();
    return message.equals("Broken pipe")
        || message.equals("The pipe is being closed")
        || message.equals("The pipe has been ended");
  }
}
