package io.github.fetchcharacters.api;

import io.github.fetchcharacters.retry.RetryPolicy.Decision;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each step, in the words of "Gradually Migrating Python Code to asyncio". */
public final class StepLog implements ApiListener {

  private final Logger log = LoggerFactory.getLogger(StepLog.class);

  @Override
  public void getting(String subject) {
    log.info("getting {}", subject);
  }

  @Override
  public void fetching(String subject, URI uri, int attempt) {
    log.info("fetching {}", uri);
  }

  @Override
  public void resending(String subject, int attempt, ApiException why) {
    log.info("sending again: {}", why.getMessage());
  }

  @Override
  public void fetched(String subject, URI uri, int attempt, Reply reply) {
    log.info("fetched {}", uri);
  }

  @Override
  public void got(String subject, String title) {
    log.info("got {}", title);
  }

  @Override
  public void failed(String subject, int attempt, RuntimeException failure, Decision decision) {
    log.info("got exception: {}", failure.getMessage());
  }
}
