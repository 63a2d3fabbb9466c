package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiClient;
import io.github.fetchcharacters.codec.Characters;
import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.StatusException;
import io.github.fetchcharacters.model.Character;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects ids into requests for several. Matches the answers by id, since the API sends them in
 * its own order, collapses repeats and leaves unknown ids out. For use by one thread, which adds
 * and sends.
 */
final class Batches {

  private final ApiClient client;
  private final int size;
  private List<Asked> filling = new ArrayList<>();

  /** An id and its record to come. */
  private record Asked(long id, CompletableFuture<Character> character) {}

  /**
   * @param size ids of a full request, repeats included, at least 1
   */
  Batches(ApiClient client, int size) {
    this.client = client;
    this.size = size;
  }

  /**
   * Adds an id to the current batch, unless the cache has its record, and sends a full batch.
   *
   * @return completes with the record; the request is cancelled when all futures of its batch are
   */
  CompletableFuture<Character> add(long id) {
    Character cached = client.getCachedCharacter(id);
    if (cached != null) {
      return CompletableFuture.completedFuture(cached);
    }
    CompletableFuture<Character> character = new CompletableFuture<>();
    filling.add(new Asked(id, character));
    if (filling.size() == size) {
      send();
    }
    return character;
  }

  /** Sends the current batch, full or not. */
  void send() {
    List<Asked> batch = filling;
    filling = new ArrayList<>();
    // A run that was stopped has cancelled its ids.
    if (!batch.stream().allMatch(asked -> asked.character().isDone())) {
      send(batch);
    }
  }

  private void send(List<Asked> batch) {
    List<Long> ids = batch.stream().map(Asked::id).distinct().toList();
    CompletableFuture<Characters> answer = started(() -> client.getCharactersAsync(ids));
    AtomicInteger wanted = new AtomicInteger(batch.size());
    for (Asked asked : batch) {
      asked
          .character()
          .whenComplete(
              (character, thrown) -> {
                if (wanted.decrementAndGet() == 0) {
                  answer.cancel(true);
                }
              });
    }
    answer.whenComplete((found, thrown) -> settle(batch, ids.size(), found, thrown));
  }

  private void settle(
      List<Asked> batch, int ids, @Nullable Characters answer, @Nullable Throwable thrown) {
    for (Asked asked : batch) {
      if (answer != null) {
        settle(asked, answer);
      } else if (ids > 1 && thrown instanceof ApiException failure && !failure.concernsAll()) {
        askAlone(asked);
      } else {
        asked.character().completeExceptionally(thrown);
      }
    }
  }

  private void settle(Asked asked, Characters answer) {
    Character found = answer.found().get(asked.id());
    ApiException failed = answer.failed().get(asked.id());
    if (found != null) {
      asked.character().complete(found);
    } else if (failed != null) {
      asked.character().completeExceptionally(failed);
    } else if (answer.complete()) {
      asked.character().completeExceptionally(StatusException.characterNotFound());
    } else {
      askAlone(asked);
    }
  }

  /** Asks for one id, so that an answer unusable for the batch costs only the ids it concerns. */
  private void askAlone(Asked asked) {
    if (asked.character().isDone()) {
      return;
    }
    // The twin for one id would look into the cache first, which this thread must not wait for.
    CompletableFuture<Characters> alone =
        started(() -> client.getCharactersAsync(List.of(asked.id())));
    asked.character().whenComplete((character, thrown) -> alone.cancel(true));
    alone.whenComplete(
        (answer, thrown) -> {
          if (thrown == null) {
            settle(asked, answer);
          } else {
            asked.character().completeExceptionally(thrown);
          }
        });
  }

  /** Returns a future in any case, since a thread waits for each id. */
  private static <T> CompletableFuture<T> started(Supplier<CompletableFuture<T>> start) {
    try {
      return start.get();
    } catch (RuntimeException | Error thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }
}
