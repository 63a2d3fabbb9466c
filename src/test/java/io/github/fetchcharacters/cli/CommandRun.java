package io.github.fetchcharacters.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fetchcharacters.terminal.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The result of a run of the whole command, as a process would show it. */
public record CommandRun(int exitCode, String out, String err) {

  public static CommandRun of(String... arguments) {
    return with(Map.of(), "", arguments);
  }

  public static CommandRun withInput(String input, String... arguments) {
    return with(Map.of(), input, arguments);
  }

  public static CommandRun withEnvironment(Map<String, String> environment, String... arguments) {
    return with(environment, "", arguments);
  }

  /** {@link #out} is empty: the given stream has the output. */
  public static CommandRun into(OutputStream out, String... arguments) {
    return between(InputStream.nullInputStream(), out, arguments);
  }

  /** {@link #out} is empty: the given stream has the output. */
  public static CommandRun between(InputStream in, OutputStream out, String... arguments) {
    return run(in, out, Map.of(), arguments);
  }

  private static CommandRun with(
      Map<String, String> environment, String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandRun run =
        run(new ByteArrayInputStream(input.getBytes(UTF_8)), out, environment, arguments);
    return new CommandRun(run.exitCode(), out.toString(UTF_8), run.err());
  }

  private static CommandRun run(
      InputStream in, OutputStream out, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        FetchCharacters.run(
            arguments, new Streams(in, out, new PrintStream(err, true, UTF_8), environment));
    return new CommandRun(exitCode, "", err.toString(UTF_8));
  }

  public List<String> outLines() {
    return out.lines().toList();
  }

  public List<String> errLines() {
    return err.lines().toList();
  }
}
