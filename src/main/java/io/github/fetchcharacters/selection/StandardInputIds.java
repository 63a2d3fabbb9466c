package io.github.fetchcharacters.selection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Ids from a stream, each available as soon as its end is read: white space, a comma, or the end of
 * the stream. A {@code #} starts a comment, which ends with the line. An interrupt ends the ids
 * before a token that is not complete. For one thread, unless a method says otherwise.
 */
final class StandardInputIds implements Iterator<IdRange> {

  private static final String WHERE = " on standard input";

  /** Bytes, far more than any range has: a stream without a space must not fill the memory. */
  private static final int MAX_TOKEN = 64;

  private final InterruptibleInput in;
  private final AtomicLong count = new AtomicLong();
  private @Nullable IdRange next;
  private boolean begun;
  private boolean ended;
  private volatile boolean atEnd;

  /**
   * @param beforeWaiting runs each time before a read waits
   */
  StandardInputIds(InputStream in, Runnable beforeWaiting) {
    this.in = new InterruptibleInput(in, beforeWaiting);
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      String token = begun ? token() : withoutByteOrderMark(token());
      begun = true;
      if (!token.isEmpty()) {
        count.incrementAndGet();
        next = IdRange.parse(token, WHERE);
        count.addAndGet(next.size() - 1);
      }
    }
    return next != null;
  }

  @Override
  public IdRange next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    IdRange range = next;
    next = null;
    return range;
  }

  /**
   * Whether no id follows those read; false where only a wait would show it. Any thread may ask.
   */
  boolean isAtEnd() {
    return atEnd || in.isAtEnd();
  }

  /** The number of ids read, those of whole ranges and a bad one included. Any thread may ask. */
  long count() {
    return count.get();
  }

  /** Some editors put one before the text (RFC 3629, section 6). */
  private static String withoutByteOrderMark(String token) {
    return token.startsWith("\uFEFF") ? token.substring(1) : token;
  }

  /** The next token; empty between two separators and after an interrupt. */
  private String token() {
    byte[] token = new byte[MAX_TOKEN];
    int length = 0;
    int c = read();
    for (; c >= 0 && !isSeparator(c); c = read()) {
      if (length == MAX_TOKEN) {
        throw new InvalidIdException(text(token, length) + "…", WHERE);
      }
      token[length++] = (byte) c;
    }
    String complete = c == InterruptibleInput.INTERRUPTED ? "" : text(token, length);
    if (c == '#') {
      c = skipLine();
    }
    ended = c < 0;
    atEnd = c == InterruptibleInput.END;
    return complete;
  }

  /** Skips the rest of the line; returns what ended it. */
  private int skipLine() {
    int c = read();
    while (c >= 0 && c != '\n' && c != '\r') {
      c = read();
    }
    return c;
  }

  private static boolean isSeparator(int c) {
    return c == ',' || c == '#' || c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static String text(byte[] token, int length) {
    return new String(token, 0, length, StandardCharsets.UTF_8);
  }

  private int read() {
    try {
      return in.read();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read standard input", failure);
    }
  }
}
