package io.github.fetchcharacters.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class StatusLineTest {

  private static final String ERASED = "\r\u001B[K";

  private final EmulatedTerminal terminal = new EmulatedTerminal();
  private final StatusLine line = new StatusLine(new BufferedOutputStream(terminal));
  private final PrintStream err = new PrintStream(line, true, UTF_8);
  private final OutputStream out = line.above(terminal, () -> true);

  private static String shown(String text) {
    return ERASED + "\u001B[?7l" + text + "\u001B[?7h";
  }

  private void print(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }

  @Test
  void withoutALineItIsTheStreamItself() throws IOException {
    err.println("a message");
    print("a result\n");
    err.print("no end");
    line.show("");

    assertThat(terminal.received()).isEqualTo("a message\na result\nno end");
  }

  @Test
  void aMessageTakesTheLineAwayFirst() {
    line.show("1/3");
    err.println("a message");

    assertThat(terminal.received()).isEqualTo(shown("1/3") + ERASED + "a message\n" + shown("1/3"));
    assertThat(terminal.lines()).containsExactly("a message", "1/3");
  }

  @Test
  void aResultTakesTheLineAwayFirst() throws IOException {
    line.show("1/3");
    print("a result\nand another\n");

    assertThat(terminal.received())
        .isEqualTo(shown("1/3") + ERASED + "a result\nand another\n" + shown("1/3"));
  }

  @Test
  void anotherTextTakesThePlaceOfTheFirst() {
    line.show("a long text");
    line.show("short");

    assertThat(terminal.lines()).containsExactly("short");
  }

  @Test
  void nothingIsLeftOfItInTheEnd() {
    line.show("1/3");
    line.show("");
    line.show("");

    assertThat(terminal.received()).isEqualTo(shown("1/3") + ERASED);
    assertThat(terminal.lines()).containsExactly("");
  }

  @Test
  void anUnfinishedLineIsNotOverwritten() throws IOException {
    print("[\n{\"id\":1}");
    line.show("1/3");
    assertThat(terminal.lines()).containsExactly("[", "{\"id\":1}");
    print(",\n{\"id\":2}");
    line.show("2/3");
    assertThat(terminal.lines()).containsExactly("[", "{\"id\":1},", "{\"id\":2}");
    print("\n]\n");
    assertThat(terminal.lines()).containsExactly("[", "{\"id\":1},", "{\"id\":2}", "]", "2/3");
  }

  @Test
  void aPipeForResultsIsNoneOfItsBusiness() {
    assertThat(line.above(terminal, () -> false)).isSameAs(terminal);
  }

  @Test
  void onlyAFailureToWriteResultsIsThrown() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    StatusLine gone = new StatusLine(broken);

    gone.show("1/3");
    assertThatThrownBy(() -> line.above(broken, () -> true).write(1)).hasMessage("no space left");
  }
}
