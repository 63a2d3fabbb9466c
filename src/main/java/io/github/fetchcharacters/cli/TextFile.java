package io.github.fetchcharacters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A small file that people write by hand. */
final class TextFile {

  private static final int MOST_BYTES = 1 << 20;

  private TextFile() {}

  /**
   * Reads all of it as UTF-8, without a byte order mark.
   *
   * @throws IOException if that cannot be done; the message says why and leaves it to the caller to
   *     name the file
   */
  static String read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("it is larger than 1 MiB");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException missing) {
      throw new IOException("there is no such file", missing);
    } catch (AccessDeniedException forbidden) {
      throw new IOException("permission denied", forbidden);
    } catch (CharacterCodingException otherText) {
      throw new IOException("it is no text in UTF-8", otherText);
    } catch (IOException failure) {
      throw Files.isDirectory(path) ? new IOException("it is a directory", failure) : failure;
    }
  }
}
