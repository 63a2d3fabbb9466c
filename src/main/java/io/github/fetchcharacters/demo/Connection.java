package io.github.fetchcharacters.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection. Answers requests one after another, in their order; later ones wait in
 * the reader. For the thread of its event loop.
 */
final class Connection implements Caller {
  private final SocketChannel channel;
  private final InetSocketAddress address;
  private final SelectionKey key;
  private final DemoHandler handler;
  private final RequestReader reader = new RequestReader();
  private @Nullable ByteBuffer output;
  private boolean waiting;
  private boolean advancing;
  private boolean ended;
  private boolean lastAnswer;

  Connection(SocketChannel channel, SelectionKey key, DemoHandler handler) throws IOException {
    this.channel = channel;
    this.address = (InetSocketAddress) channel.getRemoteAddress();
    this.key = key;
    this.handler = handler;
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  /** Reads or writes, as far as the channel is ready for it. */
  synchronized void ready() {
    try {
      if (key.isReadable() && reader.readFrom(channel) < 0) {
        ended = true;
      }
      if (key.isWritable()) {
        flush();
      }
      advance();
    } catch (IOException | RuntimeException e) {
      drop();
    }
  }

  @Override
  public synchronized void send(ByteBuffer response, boolean persistent) {
    try {
      output = response;
      lastAnswer = !persistent;
      flush();
      if (!advancing) {
        advance();
      }
    } catch (IOException | RuntimeException e) {
      drop();
    }
  }

  @Override
  public synchronized void drop() {
    try {
      channel.close();
    } catch (IOException e) {
      // The connection is gone either way.
    }
  }

  /** Passes each request that has arrived to the handler, until one waits for its answer. */
  private void advance() throws IOException {
    advancing = true;
    try {
      while (!waiting && channel.isOpen() && handleNext()) {}
    } catch (BadRequest e) {
      refuse(e);
    } finally {
      advancing = false;
    }
    if (ended && !waiting) {
      drop();
    }
    listen();
  }

  private boolean handleNext() throws IOException {
    Request request = reader.next();
    if (reader.takeContinue()) {
      channel.write(text("HTTP/1.1 100 Continue\r\n\r\n"));
    }
    if (request != null) {
      waiting = true;
      handler.handle(request, this);
    }
    return request != null;
  }

  private void refuse(BadRequest fault) throws IOException {
    channel.write(text("HTTP/1.1 " + fault.getMessage() + "\r\nConnection: close\r\n\r\n"));
    drop();
  }

  private void flush() throws IOException {
    if (output == null) {
      return;
    }
    channel.write(output);
    if (!output.hasRemaining()) {
      output = null;
      waiting = false;
      if (lastAnswer) {
        drop();
      }
    }
  }

  /** Sets what the selector waits for: no reading from a client that has ended. */
  private void listen() {
    if (!channel.isOpen()) {
      return;
    }
    int reading = ended || reader.isFull() ? 0 : SelectionKey.OP_READ;
    int wanted = output == null ? reading : reading | SelectionKey.OP_WRITE;
    if (key.interestOps() != wanted) {
      key.interestOps(wanted);
      key.selector().wakeup();
    }
  }

  private static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
