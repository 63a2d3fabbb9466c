package io.github.fetchcharacters.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A terminal's view of the bytes that it gets. It knows text, line ends, carriage returns, and the
 * sequences that erase to the end of the line and switch wrapping.
 */
public final class EmulatedTerminal extends OutputStream {

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int b) {
    received.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    received.write(bytes, offset, length);
  }

  /** All bytes so far, as text. */
  public synchronized String received() {
    return received.toString(UTF_8);
  }

  /** The lines as they stand there now, the last one being that of the cursor. */
  public List<String> lines() {
    List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    int column = 0;
    String text = received();
    for (int i = 0; i < text.length(); i++) {
      StringBuilder line = lines.get(lines.size() - 1);
      switch (text.charAt(i)) {
        case '\n' -> {
          lines.add(new StringBuilder());
          column = 0;
        }
        case '\r' -> column = 0;
        case '\u001B' -> {
          String sequence =
              text.substring(i).replaceFirst("(?s)^(\u001B\\[[?0-9;]*[A-Za-z]).*", "$1");
          if (sequence.equals("\u001B[K")) {
            line.setLength(column);
          } else if (!sequence.matches("\u001B\\[\\?7[lh]")) {
            throw new AssertionError("a sequence unknown here: " + sequence.substring(1));
          }
          i += sequence.length() - 1;
        }
        default -> {
          line.replace(column, Math.min(column + 1, line.length()), text.substring(i, i + 1));
          column++;
        }
      }
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }

  /** The line of the cursor. */
  public String lastLine() {
    List<String> lines = lines();
    return lines.get(lines.size() - 1);
  }
}
