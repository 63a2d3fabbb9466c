package io.github.fetchcharacters.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that the user names, written by hand or by a command: {@code <(command)}. */
public final class InputFile {

  /** Many times the size of all public authorities, the largest that users name. */
  private static final int MAX_MEBIBYTES = 16;

  private InputFile() {}

  /**
   * Reads the whole file as UTF-8, without a byte order mark. It reads a pipe until its writer
   * closes it, as curl does.
   *
   * @throws IOException if the file is unreadable, too large or not UTF-8; the message says why,
   *     and the caller adds the name
   */
  public static String read(Path path) throws IOException {
    return read(path, MAX_MEBIBYTES);
  }

  /**
   * Reads the whole file as it is.
   *
   * @throws IOException if the file is unreadable or larger than 16 MiB; the message says why, and
   *     the caller adds the name
   */
  public static byte[] readBytes(Path path) throws IOException {
    return readBytes(path, MAX_MEBIBYTES);
  }

  /**
   * Reads an ordinary file, of at most 1 MiB. A pipe or a device without an end would block the
   * run, or fill the memory.
   */
  public static String readOrdinary(Path path) throws IOException {
    return readOrdinary(path, 1);
  }

  /** Reads an ordinary file of at most so many MiB. */
  public static String readOrdinary(Path path, int maxMebibytes) throws IOException {
    if (isNull(path, System.getProperty("os.name"))) {
      return "";
    }
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw new IOException("it is a pipe or a device, not an ordinary file");
    }
    return read(path, maxMebibytes);
  }

  /**
   * Whether it is the device that stands for an empty file. On Windows that is a name in any
   * folder.
   *
   * @param system the name of the system, as in the property {@code os.name}
   */
  static boolean isNull(Path path, String system) throws IOException {
    if (system.startsWith("Windows")) {
      return ("" + path.getFileName()).equalsIgnoreCase("NUL");
    }
    Path device = Path.of("/dev/null");
    return Files.exists(path) && Files.exists(device) && Files.isSameFile(path, device);
  }

  private static String read(Path path, int maxMebibytes) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(readBytes(path, maxMebibytes));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException otherText) {
      throw new IOException("it is no text in UTF-8", otherText);
    }
  }

  private static byte[] readBytes(Path path, int maxMebibytes) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      int maxBytes = maxMebibytes << 20;
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new IOException("it is larger than " + maxMebibytes + " MiB");
      }
      return bytes;
    } catch (NoSuchFileException missing) {
      throw new IOException("there is no such file", missing);
    } catch (AccessDeniedException forbidden) {
      // Of a directory Windows says no more.
      throw new IOException(
          Files.isDirectory(path) ? notAFile(path) : "permission denied", forbidden);
    } catch (IOException failure) {
      throw Files.isDirectory(path) ? new IOException(notAFile(path), failure) : failure;
    }
  }

  /**
   * Returns why a folder is no file. Java takes an empty name, as of an unset variable, for the
   * folder that the process is in.
   */
  static String notAFile(Path path) {
    return path.toString().isEmpty() ? "its name is empty" : "it is a directory";
  }
}
