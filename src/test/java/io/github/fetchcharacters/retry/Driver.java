package io.github.fetchcharacters.retry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The twins, and each way in which an attempt of the asynchronous one may end. */
enum Driver {
  CALL {
    @Override
    <T> T drive(RetryPolicy policy, RetryPolicy.Attempt<T> task, RetryObserver observer)
        throws InterruptedException {
      return policy.call(task, observer);
    }
  },

  /** The supplier itself throws, and returns futures that are done. */
  CALL_ASYNC_THROWING {
    @Override
    <T> CompletableFuture<T> started(RetryPolicy.Attempt<T> task, int attempt) {
      return CompletableFuture.completedFuture(run(task, attempt));
    }
  },

  /** The supplier returns futures that are done or failed. */
  CALL_ASYNC_AT_ONCE {
    @Override
    <T> CompletableFuture<T> started(RetryPolicy.Attempt<T> task, int attempt) {
      CompletableFuture<T> future = new CompletableFuture<>();
      try {
        future.complete(run(task, attempt));
      } catch (RuntimeException | Error thrown) {
        future.completeExceptionally(thrown);
      }
      return future;
    }
  },

  /** The failures arrive wrapped, as they do at the end of a chain of stages. */
  CALL_ASYNC_WRAPPED {
    @Override
    <T> CompletableFuture<T> started(RetryPolicy.Attempt<T> task, int attempt) {
      CompletableFuture<T> future = new CompletableFuture<>();
      try {
        future.complete(run(task, attempt));
      } catch (RuntimeException | Error thrown) {
        future.completeExceptionally(new CompletionException(thrown));
      }
      return future;
    }
  },

  /** The futures end later, on another thread. */
  CALL_ASYNC_LATER {
    @Override
    <T> CompletableFuture<T> started(RetryPolicy.Attempt<T> task, int attempt) {
      return CompletableFuture.supplyAsync(() -> run(task, attempt));
    }
  };

  /** Starts an attempt of the asynchronous twin. */
  <T> CompletableFuture<T> started(RetryPolicy.Attempt<T> task, int attempt) {
    throw new UnsupportedOperationException("the blocking twin starts no futures");
  }

  /** Runs the task under the policy, and returns or throws what the twin ends with. */
  <T> T drive(RetryPolicy policy, RetryPolicy.Attempt<T> task, RetryObserver observer)
      throws InterruptedException {
    CompletableFuture<T> call = policy.callAsync(attempt -> started(task, attempt), observer);
    try {
      return call.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failed.getCause();
    } catch (TimeoutException never) {
      throw new AssertionError("the future never ends", never);
    }
  }

  private static <T> T run(RetryPolicy.Attempt<T> task, int attempt) {
    try {
      return task.run(attempt);
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
