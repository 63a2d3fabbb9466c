package io.github.fetchcharacters.http.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.eclipse.jetty.http2.hpack.HpackException;

/** A connection of {@link RawHttp2Server}: frames as RFC 9113, section 6, has them. */
public final class Http2Connection {

  public static final int NO_ERROR = 0;
  public static final int PROTOCOL_ERROR = 1;
  public static final int INTERNAL_ERROR = 2;
  public static final int REFUSED_STREAM = 7;
  public static final int CANCEL = 8;
  public static final int ENHANCE_YOUR_CALM = 11;

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GOAWAY = 7;
  private static final int CONTINUATION = 9;

  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;
  private static final int PADDED = 8;
  private static final int PRIORITY = 32;

  private static final int MAX_CONCURRENT_STREAMS = 3;
  private static final int MAX_FRAME = 16_384;
  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);

  /** Hears of each request. */
  @FunctionalInterface
  interface Requests {
    void came(int stream, String path) throws IOException;
  }

  private record Frame(int type, int flags, int stream, ByteBuffer payload) {
    boolean has(int flag) {
      return (flags & flag) != 0;
    }
  }

  private final RawServer.Connection socket;
  private final HpackDecoder decoder = new HpackDecoder(1 << 20, System::nanoTime);
  private final Set<Integer> openStreams = new HashSet<>();
  private int lastStream;

  Http2Connection(RawServer.Connection socket) {
    this.socket = socket;
  }

  /** Reads the client's preface and sends the server's; whether the client speaks HTTP/2. */
  boolean open() throws IOException {
    boolean http2 = Arrays.equals(socket.read(PREFACE.length), PREFACE);
    if (http2) {
      send(SETTINGS, 0, 0);
    }
    return http2;
  }

  /** Reads frames until the client leaves. */
  void serve(Requests requests) throws IOException {
    for (byte[] head = socket.read(9); head.length == 9; head = socket.read(9)) {
      take(frame(head), requests);
    }
  }

  private Frame frame(byte[] head) throws IOException {
    ByteBuffer fields = ByteBuffer.wrap(head);
    int lengthAndType = fields.getInt();
    int flags = fields.get();
    return new Frame(
        lengthAndType & 0xff,
        flags,
        fields.getInt(),
        ByteBuffer.wrap(socket.read(lengthAndType >>> 8)));
  }

  private void take(Frame frame, Requests requests) throws IOException {
    switch (frame.type()) {
      case HEADERS -> {
        String path = path(frame);
        began(frame.stream());
        socket.received(path);
        requests.came(frame.stream(), path);
      }
      case RST_STREAM -> ended(frame.stream());
      case SETTINGS -> acknowledge(frame);
      case PING -> acknowledge(frame);
      default -> {
        // Windows, which are wide enough, and what GET does not need.
      }
    }
  }

  private void acknowledge(Frame frame) throws IOException {
    if (!frame.has(ACK)) {
      send(frame.type(), ACK, 0, frame.type() == PING ? frame.payload().array() : new byte[0]);
    }
  }

  private String path(Frame headers) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(fragment(headers));
    for (Frame last = headers; !last.has(END_HEADERS); ) {
      last = frame(socket.read(9));
      if (last.type() != CONTINUATION) {
        throw new IOException("no CONTINUATION but " + last.type());
      }
      block.writeBytes(last.payload().array());
    }
    try {
      MetaData decoded = decoder.decode(ByteBuffer.wrap(block.toByteArray()));
      return ((MetaData.Request) decoded).getURI().getPathQuery();
    } catch (HpackException malformed) {
      throw new IOException(malformed);
    }
  }

  private static byte[] fragment(Frame headers) {
    byte[] payload = headers.payload().array();
    int padding = headers.has(PADDED) ? payload[0] & 0xff : 0;
    int from = (headers.has(PADDED) ? 1 : 0) + (headers.has(PRIORITY) ? 5 : 0);
    return Arrays.copyOfRange(payload, from, payload.length - padding);
  }

  /** The number of this connection to the server, from 1. */
  public int number() {
    return socket.number();
  }

  /** Requests that have come on it. */
  public int requestCount() {
    return socket.requestCount();
  }

  /** The last stream that has come, 0 for none. */
  public synchronized int lastStream() {
    return lastStream;
  }

  /** Streams that have come and that neither side has ended. */
  public synchronized int openStreams() {
    return openStreams.size();
  }

  private synchronized void began(int stream) {
    lastStream = stream;
    openStreams.add(stream);
  }

  private synchronized void ended(int stream) {
    openStreams.remove(stream);
  }

  /** Sends SETTINGS with another SETTINGS_MAX_CONCURRENT_STREAMS. */
  public void maxConcurrentStreams(int max) throws IOException {
    ByteBuffer setting = ByteBuffer.allocate(6).putShort((short) MAX_CONCURRENT_STREAMS);
    send(SETTINGS, 0, 0, setting.putInt(max).array());
  }

  /** Sends GOAWAY; the connection stays open. */
  public void goAway(int lastProcessed, int code) throws IOException {
    send(GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(lastProcessed).putInt(code).array());
  }

  /** Sends a PING. In a loop it is a flood, which ends when the client leaves. */
  public void ping() throws IOException {
    send(PING, 0, 0, new byte[8]);
  }

  /** Closes the connection in order. */
  public void close() throws IOException {
    socket.close();
  }

  /** Damages the bytes that come, so that TLS on this side ends it with a fatal alert. */
  public void garble() {
    socket.garble();
  }

  /** Ends the connection by a reset. */
  public void reset() throws IOException {
    socket.reset();
  }

  /** Sends bytes as they are, which may be no frame. */
  public void sendRaw(byte[] bytes) throws IOException {
    synchronized (this) {
      socket.send(bytes);
    }
  }

  void sendHeaders(int stream, boolean last, int status, String... headers) throws IOException {
    send(HEADERS, END_HEADERS | end(stream, last), stream, block(status, headers));
  }

  void sendData(int stream, boolean last, byte[] body) throws IOException {
    for (int from = 0; from < body.length; from += MAX_FRAME) {
      int to = Math.min(body.length, from + MAX_FRAME);
      int end = end(stream, last && to == body.length);
      send(DATA, end, stream, Arrays.copyOfRange(body, from, to));
    }
  }

  void resetStream(int stream, int code) throws IOException {
    ended(stream);
    send(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(code).array());
  }

  private int end(int stream, boolean last) {
    if (last) {
      ended(stream);
    }
    return last ? END_STREAM : 0;
  }

  /** Literal fields that no table keeps: RFC 7541, section 6.2.2. */
  private static byte[] block(int status, String... headers) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    field(block, ":status", Integer.toString(status));
    for (int i = 0; i < headers.length; i += 2) {
      field(block, headers[i], headers[i + 1]);
    }
    return block.toByteArray();
  }

  private static void field(ByteArrayOutputStream block, String name, String value) {
    block.write(0);
    text(block, name);
    text(block, value);
  }

  /** The length with a prefix of seven bits: RFC 7541, section 5.1. */
  private static void text(ByteArrayOutputStream block, String text) {
    int rest = text.length() - 127;
    block.write(Math.min(127, text.length()));
    while (rest >= 128) {
      block.write(rest % 128 + 128);
      rest /= 128;
    }
    if (rest >= 0) {
      block.write(rest);
    }
    block.writeBytes(text.getBytes(US_ASCII));
  }

  private void send(int type, int flags, int stream, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.putInt(payload.length << 8 | type).put((byte) flags).putInt(stream).put(payload);
    sendRaw(frame.array());
  }

  private void send(int type, int flags, int stream) throws IOException {
    send(type, flags, stream, new byte[0]);
  }
}
