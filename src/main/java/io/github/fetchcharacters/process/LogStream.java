package io.github.fetchcharacters.process;

import io.github.fetchcharacters.terminal.TerminalText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Where slf4j-simple prints: puts minutes, seconds and microseconds before each line in place of
 * the level of an ordinary step. slf4j-simple's own stamp ends at milliseconds and its level cannot
 * be switched off.
 */
public final class LogStream extends PrintStream {

  private static final String ORDINARY = "INFO ";

  public LogStream(OutputStream err) {
    super(err, true, StandardCharsets.UTF_8);
  }

  /** Called by slf4j-simple once for each event. */
  @Override
  public void println(String event) {
    String text = event.startsWith(ORDINARY) ? event.substring(ORDINARY.length()) : event;
    String stamp = Stamp.FORMAT.format(LocalTime.now(ZoneId.systemDefault()));
    byte[] line = (stamp + " " + TerminalText.escape(text) + "\n").getBytes(StandardCharsets.UTF_8);
    // In one piece: the command's own lines go to the same stream.
    write(line, 0, line.length);
  }

  /** Apart, since most runs log nothing and the formatter costs 10 ms of a start. */
  private static final class Stamp {
    static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("mm:ss:SSSSSS");
  }
}
