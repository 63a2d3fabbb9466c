package io.github.fetchcharacters.api;

import io.github.fetchcharacters.retry.RetryPolicy.Decision;
import java.net.URI;
import java.time.Duration;

/** Tells two listeners, one after the other. */
public record BothListeners(ApiListener first, ApiListener second) implements ApiListener {

  @Override
  public void getting(String subject) {
    first.getting(subject);
    second.getting(subject);
  }

  @Override
  public void fetching(String subject, URI uri, int attempt) {
    first.fetching(subject, uri, attempt);
    second.fetching(subject, uri, attempt);
  }

  @Override
  public void resending(String subject, int attempt, ApiException why) {
    first.resending(subject, attempt, why);
    second.resending(subject, attempt, why);
  }

  @Override
  public void fetched(String subject, URI uri, int attempt, Reply reply) {
    first.fetched(subject, uri, attempt, reply);
    second.fetched(subject, uri, attempt, reply);
  }

  @Override
  public void got(String subject, String title) {
    first.got(subject, title);
    second.got(subject, title);
  }

  @Override
  public void failed(String subject, int attempt, RuntimeException failure, Decision decision) {
    first.failed(subject, attempt, failure, decision);
    second.failed(subject, attempt, failure, decision);
  }

  @Override
  public void paused(ApiException reason, Duration wait) {
    first.paused(reason, wait);
    second.paused(reason, wait);
  }
}
