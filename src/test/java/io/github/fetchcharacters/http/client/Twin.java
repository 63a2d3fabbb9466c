package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.Transport;
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
}
