package io.github.fetchcharacters.api;

import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import io.github.fetchcharacters.model.InWords;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each step, in the words of "Gradually Migrating Python Code to asyncio". */
public final class StepLog implements ApiListener, CallListener {

  private final Logger log = LoggerFactory.getLogger(StepLog.class);

  @Override
  public CallListener begin(Resource resource) {
    log.info("getting {}", resource.inWords());
    return this;
  }

  @Override
  public void fetching(URI uri, int attempt) {
    log.info("fetching {}", uri);
  }

  @Override
  public void resending(int attempt, TransportException why) {
    log.info("sending again: {}", why.getMessage());
  }

  @Override
  public void fetched(URI uri, int attempt, Reply reply) {
    log.info(reply.status() == Reply.NOT_MODIFIED ? "fetched {}, not modified" : "fetched {}", uri);
  }

  @Override
  public void cached(URI uri, Duration age) {
    log.info("cached {}, {} old", uri, InWords.age(age));
  }

  @Override
  public void retrying(int attempt, RuntimeException failure, Duration wait) {
    failed(attempt, failure);
  }

  @Override
  public void got(String title) {
    log.info("got {}", title);
  }

  @Override
  public void failed(int attempt, RuntimeException failure) {
    // Java's own cancellation has no message.
    log.info(
        "got exception: {}",
        failure instanceof CancellationException ? "cancelled" : failure.getMessage());
  }
}
