import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * Answers character 1 over TLS, so that an archive of classes holds those of a real handshake, of
 * HTTP/1.1 over it and of HTTP/2. It knows of HTTP no more than this client needs, and ends with
 * its standard input.
 *
 * <p>{@code java HandshakeServer.java KEYSTORE PASSWORD PORTS}: writes the two ports, of HTTP/2 and
 * of HTTP/1.1, to the file {@code PORTS}.
 */
final class HandshakeServer {

  private static final byte[] RECORD =
      "{\"id\":1,\"name\":\"Rick Sanchez\"}".getBytes(StandardCharsets.US_ASCII);

  /** Frame types and flags of RFC 9113, section 6. */
  private static final int DATA = 0;

  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int ACK = 1;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  /** {@code :status: 200}, an entry of HPACK's static table (RFC 7541, appendix A). */
  private static final byte[] OK = {(byte) 0x88};

  /** Bytes of the client's connection preface (RFC 9113, section 3.4). */
  private static final int PREFACE = 24;

  private final SSLContext context;

  private HandshakeServer(SSLContext context) {
    this.context = context;
  }

  public static void main(String[] args) throws Exception {
    char[] password = args[1].toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = new FileInputStream(args[0])) {
      keys.load(file, password);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HandshakeServer server = new HandshakeServer(context);
    String ports = server.start(HandshakeServer::http2, "h2") + " " + server.start(HandshakeServer::http1);
    Path written = Path.of(args[2] + ".new");
    Files.writeString(written, ports + "\n");
    Files.move(written, Path.of(args[2]));
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private interface Connection {
    void serve(DataInputStream in, OutputStream out) throws IOException;
  }

  /** Returns the port. */
  private int start(Connection connection, String... protocols) throws IOException {
    SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SSLParameters parameters = server.getSSLParameters();
    parameters.setApplicationProtocols(protocols);
    server.setSSLParameters(parameters);
    thread(() -> accept(server, connection));
    return server.getLocalPort();
  }

  private static void accept(SSLServerSocket server, Connection connection) {
    try {
      while (true) {
        SSLSocket socket = (SSLSocket) server.accept();
        thread(() -> serve(socket, connection));
      }
    } catch (IOException closed) {
      // With the process.
    }
  }

  private static void serve(SSLSocket socket, Connection connection) {
    try (socket) {
      connection.serve(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
    } catch (IOException gone) {
      // The client has its answers.
    }
  }

  private static void http1(DataInputStream in, OutputStream out) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + RECORD.length + "\r\n\r\n";
    int emptyLine = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      emptyLine = next == '\n' ? emptyLine + 1 : next == '\r' ? emptyLine : 0;
      if (emptyLine == 2) {
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(RECORD);
        out.flush();
        emptyLine = 0;
      }
    }
  }

  private static void http2(DataInputStream in, OutputStream out) throws IOException {
    in.skipNBytes(PREFACE);
    frame(out, SETTINGS, 0, 0, new byte[0]);
    while (true) {
      int lengthAndType = in.readInt();
      int type = lengthAndType & 0xff;
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      in.skipNBytes(lengthAndType >>> 8);
      if (type == SETTINGS && (flags & ACK) == 0) {
        frame(out, SETTINGS, ACK, 0, new byte[0]);
      } else if (type == HEADERS) {
        frame(out, HEADERS, END_HEADERS, stream, OK);
        frame(out, DATA, END_STREAM, stream, RECORD);
      }
    }
  }

  private static void frame(OutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    byte[] frame = new byte[9 + payload.length];
    frame[2] = (byte) payload.length;
    frame[3] = (byte) type;
    frame[4] = (byte) flags;
    for (int i = 0; i < 4; i++) {
      frame[5 + i] = (byte) (stream >>> (24 - 8 * i));
    }
    System.arraycopy(payload, 0, frame, 9, payload.length);
    out.write(frame);
    out.flush();
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }
}
