package io.github.fetchcharacters.api;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.Reply;
import io.github.fetchcharacters.http.TransportException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Calls several listeners, in order. */
record CallListeners(List<CallListener> all) implements CallListener {

  @Override
  public void fetching(URI uri, int attempt) {
    all.forEach(one -> one.fetching(uri, attempt));
  }

  @Override
  public void resending(int attempt, TransportException why) {
    all.forEach(one -> one.resending(attempt, why));
  }

  @Override
  public void fetched(URI uri, int attempt, Reply reply) {
    all.forEach(one -> one.fetched(uri, attempt, reply));
  }

  @Override
  public void paused(ApiException reason, Duration wait) {
    all.forEach(one -> one.paused(reason, wait));
  }

  @Override
  public void cached(URI uri, Duration age) {
    all.forEach(one -> one.cached(uri, age));
  }

  @Override
  public void retrying(int attempt, RuntimeException failure, Duration wait) {
    all.forEach(one -> one.retrying(attempt, failure, wait));
  }

  @Override
  public void got(String title) {
    all.forEach(one -> one.got(title));
  }

  @Override
  public void failed(int attempt, RuntimeException failure) {
    all.forEach(one -> one.failed(attempt, failure));
  }
}
