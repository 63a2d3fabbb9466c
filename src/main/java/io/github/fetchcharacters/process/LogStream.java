package io.github.fetchcharacters.process;

import io.github.fetchcharacters.terminal.TerminalText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Stamps each line of slf4j-simple with minutes, seconds and microseconds, and leaves out the level
 * of an ordinary step. slf4j-simple's own stamp ends at milliseconds, and it cannot switch off the
 * level.
 */
public final class LogStream extends PrintStream {

  private static final String ORDINARY = "INFO ";

  public LogStream(OutputStream err) {
    super(err, true, StandardCharsets.UTF_8);
  }

  /** Writes one event; slf4j-simple calls it once for each. */
  @Override
  public void println(String event) {
    String text = event.startsWith(ORDINARY) ? event.substring(ORDINARY.length()) : event;
    String stamp = Stamp.FORMAT.format(LocalTime.now(ZoneId.systemDefault()));
    byte[] line = (stamp + " " + TerminalText.escape(text) + "\n").getBytes(StandardCharsets.UTF_8);
    // In one piece: the command's own lines go to the same stream.
    write(line, 0, line.length);
  }

  /** Loads with the first line: most runs log nothing, and the formatter costs 10 ms of a start. */
  private static final class Stamp {
    static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("mm:ss:SSSSSS");
  }
}
