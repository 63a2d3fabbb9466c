package io.github.fetchcharacters.http;

import org.jspecify.annotations.Nullable;

/**
 * A complete answer of the server, as plain data.
 *
 * @param status the HTTP status code
 * @param protocol the protocol that carried it, {@code HTTP/1.1} or {@code HTTP/2}
 * @param retryAfter the Retry-After field as sent, null where there was none
 * @param location the Location field as sent, null where there was none
 * @param forwarded whether a proxy says that it has not written the answer itself
 * @param validator lets it be asked for again
 * @param storable whether the server allows that it is kept: RFC 9111, section 5.2.2.5
 * @param connection equal for answers of one client on the same connection; null where unknown
 * @param client the sender that {@link Transport#renew} closes; null where unknown
 * @param body the content; shared, so do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and a copy of every body costs
public record Reply(
    int status,
    String protocol,
    @Nullable String retryAfter,
    @Nullable String location,
    boolean forwarded,
    Validator validator,
    boolean storable,
    @Nullable Object connection,
    @Nullable Object client,
    byte[] body) {

  /** RFC 9110, section 15.3.1. */
  public static final int OK = 200;

  /** RFC 9110, section 15.4.5. */
  public static final int NOT_MODIFIED = 304;

  /** RFC 9110, section 15.5.5. */
  public static final int NOT_FOUND = 404;

  /** An answer on an unknown connection of an unknown sender, without a validator. */
  public Reply(
      int status,
      String protocol,
      @Nullable String retryAfter,
      @Nullable String location,
      byte[] body) {
    this(status, protocol, retryAfter, location, false, Validator.NONE, true, null, null, body);
  }

  /** Whether the status is 200. */
  public boolean isOk() {
    return status == OK;
  }

  /** Whether it came over HTTP/2. */
  public boolean isHttp2() {
    return protocol.equals("HTTP/2");
  }
}
