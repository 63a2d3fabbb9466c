package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.HttpSettings;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.http.body.LimitedBody;
import io.github.fetchcharacters.http.message.TlsFailures;
import io.github.fetchcharacters.http.pool.PooledClient;
import io.github.fetchcharacters.model.InWords;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request in flight: completes with the reply, or with the failure to report. Cancelling it ends
 * the request. Safe for use by many threads.
 */
final class Exchange extends CompletableFuture<Reply> {

  private final URI uri;
  private final HttpSettings settings;
  private final PooledClient client;
  private final ExchangeEnding ending;
  private final Function<@Nullable String, HttpRequest> requests;
  private final long started = System.nanoTime();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable CompletableFuture<HttpResponse<byte[]>> sent;
  private volatile @Nullable TransportException timeout;
  private volatile boolean answering;
  private volatile List<String> tried = List.of();

  /**
   * @param uri what is asked
   * @param client sends the request
   * @param requests builds the request to an address of the host; null for its name
   */
  Exchange(
      URI uri,
      HttpSettings settings,
      PooledClient client,
      ExchangeEnding ending,
      Function<@Nullable String, HttpRequest> requests) {
    this.uri = uri;
    this.settings = settings;
    this.client = client;
    this.ending = ending;
    this.requests = requests;
  }

  /**
   * Sends the request; again for each further address. An exception meanwhile ends the exchange,
   * and one that was cancelled before sends nothing.
   *
   * @param address an address of the host; null for its name
   */
  void start(@Nullable String address) {
    if (isDone()) {
      fail(new CancellationException());
      return;
    }
    if (address != null) {
      List<String> all = new ArrayList<>(tried);
      all.add(address);
      tried = List.copyOf(all);
    }
    try {
      send(requests.apply(address));
    } catch (RuntimeException | Error unsendable) {
      fail(unsendable);
    }
  }

  private void send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> response = client.send(request, this::body);
    sent = response;
    if (timeout != null || isDone()) {
      response.cancel(true);
    }
    response.whenComplete(this::ended);
  }

  private HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo response) {
    answering = true;
    if (Response.keepsConnection(response)) {
      // Before the client can use the connection again, which may fail before this answer ends.
      client.keeps();
    }
    client.moved();
    return LimitedBody.of(response, settings.maxBody(), client::moved);
  }

  /** Ends the exchange without sending it. */
  void fail(Throwable why) {
    ended(null, why);
  }

  /** The first end counts. */
  private void ended(@Nullable HttpResponse<byte[]> response, @Nullable Throwable thrown) {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    if (response == null) {
      Throwable why = Objects.requireNonNull(thrown);
      Lookups.follow(why, () -> orEnd(() -> failed(why)));
    } else {
      orEnd(() -> answered(response));
    }
  }

  /** Runs an action; what it throws ends this exchange. */
  private void orEnd(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error defect) {
      completeExceptionally(defect);
    }
  }

  /** May block: see {@link Lookups}. */
  private void failed(Throwable thrown) {
    Optional<String> next;
    try {
      next = ending.elsewhere(this, thrown);
    } catch (RuntimeException | Error broken) {
      completeExceptionally(ending.failed(this, broken));
      return;
    }
    if (next.isPresent()) {
      over.set(false);
      start(next.get());
    } else {
      completeExceptionally(ending.failed(this, thrown));
    }
  }

  private void answered(HttpResponse<byte[]> response) {
    Reply reply;
    try {
      reply = Response.reply(response, client);
    } catch (RuntimeException | Error unreadable) {
      failed(unreadable);
      return;
    }
    ending.answered(this, reply);
    if (TlsFailures.asksForTls(uri, reply)) {
      completeExceptionally(TlsFailures.speaksTls(uri, null));
    } else {
      complete(reply);
    }
  }

  /**
   * Ends the exchange if its time, from its construction on, is over.
   *
   * @return the nanoseconds that are left; {@link Long#MAX_VALUE} if it ends now
   */
  long expire() {
    long left = settings.timeout().toNanos() - (System.nanoTime() - started);
    if (left > 0) {
      return left;
    }
    timeOut();
    return Long.MAX_VALUE;
  }

  /** Ends the exchange, whose time is over. */
  void timeOut() {
    timeout = timedOut(settings);
    abort();
  }

  /** The failure of a request whose time is over. */
  static TransportException timedOut(HttpSettings settings) {
    String why = "no complete answer within " + InWords.duration(settings.timeout());
    return new TransportException(TransportException.Kind.TIMEOUT, why, null);
  }

  /** Ends the exchange with a failure of another part of the program. */
  void end(Throwable why) {
    completeExceptionally(why);
    abort();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    abort();
    return cancelled;
  }

  private void abort() {
    // Null while the client sends the request, which may wait for the look-up of a name.
    CompletableFuture<HttpResponse<byte[]>> response = sent;
    if (response != null) {
      // Only cancel(true) on the client's own future ends the exchange; a timeout on it would not.
      response.cancel(true);
    }
  }

  URI uri() {
    return uri;
  }

  PooledClient client() {
    return client;
  }

  /** The failure to report if the deadline has ended the exchange; else null. */
  @Nullable TransportException timeout() {
    return timeout;
  }

  /** The addresses it has gone to, the current one last; none if it went to the host's name. */
  List<String> tried() {
    return tried;
  }

  /** Records the address behind the name that it has gone to. */
  void tried(List<String> addresses) {
    tried = addresses;
  }

  /** Whether the head of an answer has come. */
  boolean isAnswering() {
    return answering;
  }
}
