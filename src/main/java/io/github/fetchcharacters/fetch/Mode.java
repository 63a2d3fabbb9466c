package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.api.Session;
import java.util.Locale;

/** A way to fetch a list of ids. */
public enum Mode {
  /** Blocking calls, one after another, on one thread. */
  SYNC {
    @Override
    <T> Fetcher fetcher(TwinCall<T> call, Plan plan) {
      return new SequentialFetcher<>(call);
    }
  },
  /** A fan-out of futures over the non-blocking variant. */
  ASYNC {
    @Override
    <T> Fetcher fetcher(TwinCall<T> call, Plan plan) {
      return new FanOut<>(call.async(), call.outcome(), plan.lookahead(), plan.ordered());
    }
  },
  /** The blocking variant on an executor. */
  THREADS {
    @Override
    <T> Fetcher fetcher(TwinCall<T> call, Plan plan) {
      return new ThreadsFetcher<>(call, plan);
    }
  },
  /** The API's route for several ids, fanned out as in {@link #ASYNC}; pages as there. */
  BATCH {
    @Override
    public Fetcher fetcher(ApiClient client, Plan plan) {
      return new BatchFetcher(client, plan);
    }

    @Override
    <T> Fetcher fetcher(TwinCall<T> call, Plan plan) {
      return ASYNC.fetcher(call, plan);
    }
  };

  /** The max ids of one request. */
  public int idsPerRequest(Plan plan) {
    return this == BATCH ? plan.batchSize() : 1;
  }

  /**
   * The max ids whose requests may each open a connection; with more, the first request should open
   * one for all.
   */
  public int maxColdIds(Plan plan) {
    return Session.MAX_COLD_CONNECTIONS * idsPerRequest(plan);
  }

  /** The max requests in flight. */
  public int concurrency(Plan plan) {
    return this == SYNC ? 1 : plan.concurrency();
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Makes a fetcher of this mode, for ids.
   *
   * @param client asks the API; its window bounds the requests in flight
   */
  public Fetcher fetcher(ApiClient client, Plan plan) {
    return fetcher(
        new TwinCall<>(
            client::getCharacter,
            client::getCharacterAsync,
            (id, character) -> new Outcome.Found(character)),
        plan);
  }

  abstract <T> Fetcher fetcher(TwinCall<T> call, Plan plan);
}
