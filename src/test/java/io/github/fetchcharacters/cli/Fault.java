package io.github.fetchcharacters.cli;

import io.github.fetchcharacters.cli.option.ExitCodes;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server's way to handle requests for character 1, and the expected output of a run for
 * characters 1 and 2 with 2 retries.
 *
 * @param name the fault in words
 * @param answer produces the fault
 * @param attempts requests on the wire for character 1
 * @param found whether character 1 is printed in the end
 * @param err the whole of standard error; {@code *} stands for anything on a line, {@code {origin}}
 *     for the server's address and {@code {other}} for that of the other server
 * @param options further arguments
 */
record Fault(
    String name,
    FaultyApi.Answer answer,
    int attempts,
    boolean found,
    String err,
    List<String> options) {

  /** A fault that costs the id after so many attempts. */
  static Fault fatal(String name, int attempts, String why, FaultyApi.Answer answer) {
    return new Fault(
        name, answer, attempts, false, "fetch-characters: character 1: " + why + "\n", List.of());
  }

  /** A fault that so many attempts overcome, without a message. */
  static Fault passing(String name, int attempts, FaultyApi.Answer answer) {
    return new Fault(name, answer, attempts, true, "", List.of());
  }

  /** The same, with more arguments. */
  Fault with(String... more) {
    return new Fault(
        name,
        answer,
        attempts,
        found,
        err,
        Stream.concat(options.stream(), Stream.of(more)).toList());
  }

  /** The same, after another line on standard error. */
  Fault after(String line) {
    return new Fault(
        name, answer, attempts, found, "fetch-characters: " + line + "\n" + err, options);
  }

  /**
   * Whether the message is not about character 1: the server would answer the same for any other.
   */
  boolean concernsAll() {
    return err.contains("403") || (!found && err.contains("429"));
  }

  /** Whether the run waits as long as the server asks: a header names seconds, no less. */
  boolean takesSeconds() {
    return err.contains("all requests wait");
  }

  String out() {
    return (found ? "Number 1\n" : "") + "Number 2\n";
  }

  int exitCode() {
    return found ? ExitCodes.OK : ExitCodes.FAILED;
  }

  Pattern err(FaultyApi api) {
    String text = err.replace("{origin}", api.origin()).replace("{other}", api.otherOrigin());
    return Pattern.compile(
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  @Override
  public String toString() {
    return name;
  }
}
