package io.github.fetchcharacters.http.client;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Transport;
import io.github.fetchcharacters.http.TransportException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The two ways of asking a transport; what one does the other must do. */
public enum Twin {
  EXCHANGE {
    @Override
    public Reply ask(Transport transport, URI uri) throws InterruptedException {
      return transport.exchange(uri);
    }
  },

  EXCHANGE_ASYNC {
    @Override
    public Reply ask(Transport transport, URI uri) throws InterruptedException {
      CompletableFuture<Reply> exchange = transport.exchangeAsync(uri);
      try {
        return exchange.get();
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new AssertionError("not an unchecked exception", failed.getCause());
      }
    }
  };

  public abstract Reply ask(Transport transport, URI uri) throws InterruptedException;

  /** Asks, and returns the failure. */
  public TransportException failure(Transport transport, URI uri) {
    return catchThrowableOfType(TransportException.class, () -> ask(transport, uri));
  }
}
