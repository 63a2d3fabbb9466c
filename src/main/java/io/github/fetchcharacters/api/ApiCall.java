package io.github.fetchcharacters.api;

import io.github.fetchcharacters.codec.DecodeException;
import io.github.fetchcharacters.codec.Query;
import io.github.fetchcharacters.flow.Window;
import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.retry.RetryObserver;
import io.github.fetchcharacters.retry.RetryPolicy;
import io.github.fetchcharacters.retry.StepwiseFuture;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API. Its attempts come in twins: {@link #run} blocks, {@link #start} returns a
 * future. Both go through the window, and resend a request that the server has not processed. An
 * attempt that ends in any way, by an {@link Error} too, leaves the window and ends no other call.
 * For one thread at a time.
 */
final class ApiCall<T> implements RetryPolicy.Attempt<T>, RetryObserver {

  private final Query<T> query;
  private final Route route;
  private final Window window;
  private final CallListener listener;

  /**
   * @param transport the network, shared with all other calls
   * @param window admits the requests
   * @param listener hears of each step
   */
  ApiCall(Query<T> query, Transport transport, Window window, CallListener listener) {
    this.query = query;
    this.route = new Route(transport);
    this.window = window;
    this.listener = listener;
  }

  /** Returns the answer, or throws the failure. */
  private interface Source<X extends Exception> {
    Reply reply() throws X;
  }

  @Override
  public T run(int attempt) throws InterruptedException {
    route.begin();
    while (true) {
      try {
        return send(attempt);
      } catch (RuntimeException | Error thrown) {
        RuntimeException failure = AttemptErrorException.orItself(thrown);
        if (!resends(failure, attempt)) {
          throw failure;
        }
      }
    }
  }

  /** Starts an attempt. Cancelling the future leaves the window, or ends the exchange. */
  CompletableFuture<T> start(int attempt) {
    route.begin();
    Sending sending = new Sending(attempt);
    sending.orFail(sending::send);
    return sending;
  }

  private T send(int attempt) throws InterruptedException {
    Window.Permit permit = window.enter(attempt);
    return read(
        attempt,
        permit,
        () -> {
          listener.fetching(query.uri(), attempt);
          return route.transport().exchange(query.uri());
        });
  }

  /** Reads an answer inside the window, and leaves it. */
  private <X extends Exception> T read(int attempt, Window.Permit permit, Source<X> source)
      throws X {
    try {
      return read(attempt, permit, source.reply());
    } catch (RuntimeException | Error thrown) {
      RuntimeException failure = AttemptErrorException.orItself(thrown);
      if (failure instanceof ApiException known) {
        record(known, permit);
      }
      throw failure;
    } finally {
      window.leave(permit);
    }
  }

  private void record(ApiException failure, Window.Permit permit) {
    if (failure instanceof StatusException refused && refused.asksToSlowDown()) {
      window
          .slowDown(refused.retryAfter(), permit)
          .ifPresent(wait -> listener.paused(failure, wait));
    } else if (failure instanceof TransportException lost && lost.tooManyAtOnce()) {
      window.tooManyAtOnce(permit);
    }
  }

  private T read(int attempt, Window.Permit permit, Reply reply) {
    listener.fetched(query.uri(), attempt, reply);
    T value = decoded(reply);
    window.succeeded(reply.isHttp2(), permit);
    listener.got(query.title().apply(value));
    return value;
  }

  private T decoded(Reply reply) {
    try {
      return query.decoder().apply(reply);
    } catch (DecodeException failure) {
      if (failure.isForeign()) {
        route.transport().renew(reply);
      }
      throw failure;
    }
  }

  /** Whether to resend within the same attempt. */
  private boolean resends(RuntimeException failure, int attempt) {
    if (failure instanceof TransportException lost && route.resendsAfter(lost)) {
      listener.resending(attempt, lost);
      return true;
    }
    return false;
  }

  @Override
  public void failed(int attempt, RuntimeException failure, RetryPolicy.Decision decision) {
    if (decision instanceof RetryPolicy.Decision.TryAgain again) {
      listener.retrying(attempt, failure, again.delay());
    } else {
      listener.failed(attempt, failure);
    }
  }

  /** The steps of {@link #start}. */
  private final class Sending extends StepwiseFuture<T> {

    private final int attempt;

    Sending(int attempt) {
      this.attempt = attempt;
    }

    void send() {
      follow(window.enterAsync(attempt), this::entered);
    }

    private void entered(Window.Permit permit, @Nullable Throwable thrown) {
      if (thrown != null) {
        failed(thrown);
      } else if (isDone()) {
        window.leave(permit);
      } else {
        follow(exchange(), (reply, failure) -> answered(permit, reply, failure));
      }
    }

    /** Returns a future in any case, since its end leaves the window. */
    private CompletableFuture<Reply> exchange() {
      try {
        listener.fetching(query.uri(), attempt);
        return route.transport().exchangeAsync(query.uri());
      } catch (RuntimeException | Error thrown) {
        return failedFuture(thrown);
      }
    }

    private void answered(Window.Permit permit, Reply reply, @Nullable Throwable thrown) {
      orFail(() -> complete(read(attempt, permit, () -> thrown == null ? reply : raised(thrown))));
    }

    private static Reply raised(Throwable thrown) {
      throw AttemptErrorException.orItself(thrown);
    }

    void orFail(Runnable step) {
      try {
        step.run();
      } catch (RuntimeException | Error thrown) {
        failed(thrown);
      }
    }

    private void failed(Throwable thrown) {
      RuntimeException failure = AttemptErrorException.orItself(thrown);
      if (isDone() || !resends(failure, attempt)) {
        completeExceptionally(failure);
      } else {
        send();
      }
    }
  }
}
