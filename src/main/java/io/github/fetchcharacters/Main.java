package io.github.fetchcharacters;

import io.github.fetchcharacters.cli.FetchCharacters;
import io.github.fetchcharacters.cli.Preparation;
import io.github.fetchcharacters.process.LogStream;
import io.github.fetchcharacters.process.MessageQueue;
import io.github.fetchcharacters.process.Pager;
import io.github.fetchcharacters.process.StandardOutput;
import io.github.fetchcharacters.process.StopSignal;
import io.github.fetchcharacters.process.TerminalDevice;
import io.github.fetchcharacters.process.WindowsConsole;
import io.github.fetchcharacters.terminal.Display;
import io.github.fetchcharacters.terminal.InternalErrors;
import io.github.fetchcharacters.terminal.StatusLine;
import io.github.fetchcharacters.terminal.Streams;
import io.github.fetchcharacters.terminal.Ticks;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The composition root: hands the process's streams to the command and ends the process. */
public final class Main {

  /** Max wait for a reader of standard error who does not read. */
  private static final Duration MESSAGE_TIMEOUT = Duration.ofSeconds(5);

  /** Bytes of pending messages: the log of some 25,000 ids. */
  private static final int MAX_MESSAGE_BYTES = 8 << 20;

  private static final String PREFERENCE = "java.net.preferIPv6Addresses";

  private Main() {}

  /**
   * Runs the command and ends the process with its exit status; on SIGINT and SIGTERM with 130 and
   * 143, after the requests in flight are cancelled and complete records printed.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    preferTheSystemsAddresses();
    Preparation preparation = Preparation.start(args, System.getenv());
    StatusLine stderr = new StatusLine(new BufferedOutputStream(standardError()));
    MessageQueue messages = new MessageQueue(stderr, MESSAGE_TIMEOUT, MAX_MESSAGE_BYTES);
    System.setErr(new LogStream(messages.lines()));
    PrintStream err = new PrintStream(messages.lines(), true, StandardCharsets.UTF_8);
    // The client's own threads have no handler: Java would print a stack trace.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> err.println("fetch-characters: " + InternalErrors.inWords(thrown)));
    StopSignal signal = new StopSignal(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(new Thread(signal::arrive, "stop"));
    int exitCode =
        FetchCharacters.run(
            args,
            new Streams(
                System.in,
                WindowsConsole.encoded("stdout", new StandardOutput(), Main::hasConsole),
                err,
                messages::awaitWritten,
                environment(),
                TerminalDevice::errIsTerminal,
                TerminalDevice::outIsTerminal,
                TerminalDevice::outColumns,
                new Display(
                    stderr,
                    text -> show(text, stderr, messages),
                    TerminalDevice::errColumns,
                    Pager::isBeside,
                    Ticks.real())));
    messages.awaitWritten();
    preparation.end();
    if (signal.done()) {
      System.exit(exitCode);
    }
  }

  private static OutputStream standardError() {
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    // Most messages are ASCII, which every code page has.
    return WindowsConsole.encoded("stderr", err, () -> false);
  }

  /** Whether standard input and output are a console together. */
  @SuppressWarnings("SystemConsoleNull") // That is another kind (JDK-8308591), switched off here.
  private static boolean hasConsole() {
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  /**
   * Draws on the queue's thread, so that the end of a run waits no longer for it than for a
   * message.
   */
  private static void show(String text, StatusLine stderr, MessageQueue messages) {
    stderr.prepare(text);
    messages.requestFlush();
  }

  /**
   * Makes Java resolve names in the system's order (RFC 6724) and not IPv4 first. Java reads the
   * property with the first address.
   */
  private static void preferTheSystemsAddresses() {
    if (System.getProperty(PREFERENCE) == null) {
      System.setProperty(PREFERENCE, "system");
    }
  }

  /** The environment as it was before the launcher changed the locale. */
  private static Map<String, String> environment() {
    if (!Boolean.getBoolean("fetch-characters.ascii")) {
      return System.getenv();
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LC_ALL", "C");
    return environment;
  }
}
