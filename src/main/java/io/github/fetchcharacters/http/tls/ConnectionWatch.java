package io.github.fetchcharacters.http.tls;

import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.TransportException.Kind;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

/**
 * What the TLS engines of one client see of its HTTP/2 connections, and whether it may open another
 * one. Safe for use by many threads.
 */
public final class ConnectionWatch {

  /**
   * The client's queue for so many takes a few MiB. Counts frames, not bytes: up to 16 MiB (the
   * client's window) of an abandoned answer may still come, in few frames.
   */
  public static final int MAX_SILENT_FRAMES = 10_000;

  /** A server that shuts down in two steps names it first (RFC 9113, section 6.8). */
  private static final int MAX_STREAM = Integer.MAX_VALUE;

  private final AtomicInteger silentFrames = new AtomicInteger();
  private final AtomicInteger lastStream = new AtomicInteger(MAX_STREAM);
  private volatile boolean goingAway;
  private volatile boolean complete;

  /**
   * Permits a connection. The client would open one for each request in flight when its HTTP/2
   * connection has ended, and keep one of them.
   *
   * @throws TransportException if a connection carries all requests, or did so
   */
  void opening() {
    if (complete) {
      throw new TransportException(
          Kind.CONNECTION_ENDED, "the HTTP/2 connection has ended before the request", null);
    }
  }

  /** Permits no further connection: an open one, over HTTP/2, carries all requests. */
  public void complete() {
    complete = true;
  }

  /**
   * Counts frames that have come.
   *
   * @throws SSLException if too many have come since the last {@link #heard}, for good
   */
  void came(int frames) throws SSLException {
    if (silentFrames.addAndGet(frames) > MAX_SILENT_FRAMES) {
      String why = "the server sends frames of HTTP/2 without end, but no answer";
      throw new SSLException(why, new TransportException(Kind.FLOODED, why, null));
    }
  }

  /** Records a GOAWAY with the last stream that the server serves on its connection. */
  public void goingAway(int last) {
    lastStream.accumulateAndGet(last, Math::min);
    goingAway = true;
  }

  /** Records that bytes of an answer have come, or that a request has ended. */
  public void heard() {
    if (silentFrames.get() <= MAX_SILENT_FRAMES) {
      silentFrames.set(0);
    }
  }

  /** Whether a GOAWAY has come: a further request opens a connection. */
  public boolean isGoingAway() {
    return goingAway;
  }

  /**
   * Returns how many requests a connection serves that goes away: more than any client sends where
   * the server has not said it. Their streams have the odd numbers (RFC 9113, section 5.1.1).
   */
  public int served() {
    int last = lastStream.get();
    return last / 2 + last % 2;
  }
}
