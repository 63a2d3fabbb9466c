package io.github.fetchcharacters.selection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.fetchcharacters.terminal.TerminalText;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class StandardInputIdsTest {

  static Stream<Arguments> inputs() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of(" \t\r\n\f\u000b,, ,\n", List.of()),
        Arguments.of("1", List.of(one(1))),
        Arguments.of("1 10\t100\n7,8\r\n9", ones(1, 10, 100, 7, 8, 9)),
        Arguments.of("1\u000b2\f3\r4", ones(1, 2, 3, 4)),
        Arguments.of("1-3,5\n2-2", List.of(new IdRange(1, 3), one(5), one(2))),
        Arguments.of("4 4\n4", ones(4, 4, 4)),
        Arguments.of("007", ones(7)),
        Arguments.of("\uFEFF1 2", ones(1, 2)),
        Arguments.of("\uFEFF", List.of()),
        Arguments.of("\uFEFF\n1", ones(1)),
        Arguments.of("\uFEFF# ids\n1", ones(1)),
        Arguments.of("# nothing but a comment", List.of()),
        Arguments.of("1 # x, 2, y\n3", ones(1, 3)),
        Arguments.of("1#glued\n3#\r4##\n#\n5#", ones(1, 3, 4, 5)),
        Arguments.of("1\n# Zoë \u0000 \u2028 not a line end\n2", ones(1, 2)),
        Arguments.of("999999999999999999", ones(999_999_999_999_999_999L)));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void readsTokensBetweenWhiteSpaceCommasAndComments(String text, List<IdRange> ranges) {
    assertThat(read(text)).toIterable().isEqualTo(ranges);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "0",
        "-",
        "1-",
        "2-1",
        "1;2",
        "1000000000000000000",
        "١",
        "1é",
        "@f",
        "\uFEFF1"
      })
  void namesABadTokenAfterTheIdsBeforeIt(String token) {
    Iterator<IdRange> ids = read("1 2-3\n" + token + " 4");

    assertThat(ids.next()).isEqualTo(one(1));
    assertThat(ids.next()).isEqualTo(new IdRange(2, 3));
    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(ids::hasNext)
        .withMessageStartingWith(
            "'" + TerminalText.escape(token) + "' on standard input is not a character id");
  }

  @Test
  void showsControlCharactersOfABadTokenEscaped() {
    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> read("1\0002\u001b").hasNext())
        .withMessageStartingWith("'1\\u00002\\u001b' on standard input");
  }

  @Test
  void showsWhatIsNoUtf8AsAReplacementCharacter() {
    InputStream in = new ByteArrayInputStream(new byte[] {'1', (byte) 0xFF, '\n'});

    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> new StandardInputIds(in, () -> {}).hasNext())
        .withMessageStartingWith("'1\uFFFD' on standard input");
  }

  @Test
  void aTokenMayBeSixtyFourBytesLong() {
    String token = "x".repeat(64);

    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> read(token).hasNext())
        .withMessageStartingWith("'" + token + "' on");
  }

  @Test
  void aStreamWithoutASeparatorIsGivenUpEarly() {
    assertThatExceptionOfType(InvalidIdException.class)
        .isThrownBy(() -> new StandardInputIds(new EndlessDigits(), () -> {}).hasNext())
        .withMessageStartingWith("'" + "1".repeat(64) + "…' on standard input is not");
  }

  @Test
  void anIdIsThereAsSoonAsItsEndIsRead() {
    InputStream in = new SequenceInputStream(bytes("1 20\n"), new UnreadableInput());
    Iterator<IdRange> ids = new StandardInputIds(in, () -> {});

    assertThat(ids.next()).isEqualTo(one(1));
    assertThat(ids.next()).isEqualTo(one(20));
  }

  @Test
  void aNumberMayComeInPieces() {
    InputStream in = new SequenceInputStream(bytes("1"), bytes("0-2"));

    assertThat(new StandardInputIds(new SequenceInputStream(in, bytes("0")), () -> {}))
        .toIterable()
        .containsExactly(new IdRange(10, 20));
  }

  /** On a terminal each end has to be typed. */
  @ParameterizedTest
  @ValueSource(strings = {"1\n", "1", "1 # the end", "1#"})
  void oneEndIsEnough(String text) {
    InputStream in = new OneEnd(bytes(text));

    assertThat(new StandardInputIds(in, () -> {})).toIterable().containsExactly(one(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-", "x", "10", "# 2"})
  void anInterruptEndsTheIdsBeforeATokenThatIsNotComplete(String begun) {
    CountDownLatch never = new CountDownLatch(1);
    InputStream in = new SequenceInputStream(bytes("7 " + begun), new Interrupting(never));
    List<IdRange> read = new ArrayList<>();
    new StandardInputIds(in, () -> {}).forEachRemaining(read::add);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(read).containsExactly(one(7));
    never.countDown();
  }

  @Test
  void hasNoNextAtTheEnd() {
    Iterator<IdRange> ids = read("1\n");
    ids.next();

    assertThat(ids.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(ids::next);
  }

  @Test
  void anUnreadableStreamIsReported() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> new StandardInputIds(closed, () -> {}).hasNext())
        .withMessage("cannot read standard input")
        .havingCause()
        .isInstanceOf(IOException.class);
  }

  private static StandardInputIds read(String text) {
    return new StandardInputIds(bytes(text), () -> {});
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static IdRange one(long id) {
    return new IdRange(id, id);
  }

  private static List<IdRange> ones(long... ids) {
    return Arrays.stream(ids).mapToObj(StandardInputIdsTest::one).toList();
  }

  private static final class OneEnd extends FilterInputStream {
    private boolean ended;

    OneEnd(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      assertThat(ended).as("read after the end").isFalse();
      int count = super.read(bytes, offset, length);
      ended = count < 0;
      return count;
    }
  }

  /** Interrupts the thread that waits for its first byte, and brings none. */
  private static final class Interrupting extends InputStream {
    private final Thread waiting = Thread.currentThread();
    private final InputStream silent;

    Interrupting(CountDownLatch opened) {
      this.silent = new SilentInput(opened);
    }

    @Override
    public int read() throws IOException {
      waiting.interrupt();
      return silent.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read();
    }
  }

  /** Digits without an end. */
  private static final class EndlessDigits extends InputStream {
    @Override
    public int read() {
      return '1';
    }
  }
}
