package io.github.fetchcharacters.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Takes UTF-8 and writes another encoding, with a question mark for what that lacks. A character
 * may come in several pieces. Safe for use by many threads.
 */
final class EncodedStream extends OutputStream {

  private final OutputStream out;
  private final Charset charset;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  /** The bytes of a character that has not ended. */
  private byte[] begun = {};

  EncodedStream(OutputStream out, Charset charset) {
    this.out = out;
    this.charset = charset;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer utf8 = ByteBuffer.allocate(begun.length + length);
    utf8.put(begun).put(bytes, offset, length).flip();
    CharBuffer text = CharBuffer.allocate(utf8.remaining());
    decoder.decode(utf8, text, false);
    begun = new byte[utf8.remaining()];
    utf8.get(begun);
    out.write(text.flip().toString().getBytes(charset));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
