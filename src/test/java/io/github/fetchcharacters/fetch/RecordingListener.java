package io.github.fetchcharacters.fetch;

import io.github.fetchcharacters.api.ApiListener;
import io.github.fetchcharacters.api.CallListener;
import io.github.fetchcharacters.codec.Resource;
import io.github.fetchcharacters.http.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records the steps in words, by subject: the order across subjects is not defined. */
final class RecordingListener implements ApiListener {

  private final Map<String, List<String>> heard = new TreeMap<>();

  @Override
  public CallListener begin(Resource resource) {
    keep(resource.inWords(), "getting");
    return new Call(resource.inWords());
  }

  private final class Call implements CallListener {

    private final String subject;

    Call(String subject) {
      this.subject = subject;
    }

    @Override
    public void fetching(URI uri, int attempt) {
      keep(subject, "fetching " + attempt + " " + uri.getPath());
    }

    @Override
    public void fetched(URI uri, int attempt, Reply reply) {
      keep(subject, "fetched " + attempt + " " + reply.status());
    }

    @Override
    public void cached(URI uri, Duration age) {
      keep(subject, "cached " + age + " " + uri.getPath());
    }

    @Override
    public void got(String title) {
      keep(subject, "got " + title);
    }

    @Override
    public void retrying(int attempt, RuntimeException failure, Duration wait) {
      keep(subject, "failed " + attempt + " " + failure.getMessage() + " -> again after " + wait);
    }

    @Override
    public void failed(int attempt, RuntimeException failure) {
      keep(subject, "failed " + attempt + " " + failure.getMessage() + " -> given up");
    }
  }

  private synchronized void keep(String subject, String event) {
    heard.computeIfAbsent(subject, none -> new ArrayList<>()).add(event);
  }

  /** What was heard of each subject, in order. */
  synchronized Map<String, List<String>> heard() {
    return Map.copyOf(heard);
  }
}
