package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiClient;
import java.util.Iterator;

/** One id after another, blocking, on the calling thread. */
final class SequentialFetcher implements Fetcher {

  private final ApiClient client;

  SequentialFetcher(ApiClient client) {
    this.client = client;
  }

  @Override
  public void fetch(Iterator<Long> ids, OutcomeSink sink) {
    boolean goOn = true;
    // After the ids, too: those that are waited for end with an interrupt.
    while (goOn && ids.hasNext() && !Thread.currentThread().isInterrupted()) {
      goOn = sink.accept(fetch(ids.next())) && sink.idle();
    }
  }

  private Outcome fetch(long id) {
    try {
      return new Outcome.Found(client.getCharacter(id));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Outcome.Skipped(id);
    } catch (RuntimeException failure) {
      return new Outcome.Failed(id, failure);
    }
  }
}
