package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.Reply;
import io.github.fetchcharacters.retry.RetryPolicy.Decision;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what it hears, in words, by subject: across subjects the order is nobody's promise. */
final class RecordingListener implements ApiListener {

  private final Map<String, List<String>> heard = new TreeMap<>();

  @Override
  public void getting(String subject) {
    keep(subject, "getting");
  }

  @Override
  public void fetching(String subject, URI uri, int attempt) {
    keep(subject, "fetching " + attempt + " " + uri.getPath());
  }

  @Override
  public void fetched(String subject, URI uri, int attempt, Reply reply) {
    keep(subject, "fetched " + attempt + " " + reply.status());
  }

  @Override
  public void got(String subject, String title) {
    keep(subject, "got " + title);
  }

  @Override
  public void failed(String subject, int attempt, RuntimeException failure, Decision decision) {
    keep(subject, "failed " + attempt + " " + failure.getMessage() + " -> " + words(decision));
  }

  private static String words(Decision decision) {
    return decision instanceof Decision.TryAgain again
        ? "again after " + again.delay()
        : "given up";
  }

  private synchronized void keep(String subject, String event) {
    heard.computeIfAbsent(subject, nobody -> new ArrayList<>()).add(event);
  }

  /** What was heard of each subject, in order. */
  synchronized Map<String, List<String>> heard() {
    return Map.copyOf(heard);
  }
}
