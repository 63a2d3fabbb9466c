package io.github.fetchcharacters.compare;

/**
 * What a fetch would take if no request cost more than its latency: as many requests at once as the
 * concurrency allows, and as many of these one after another as it takes.
 *
 * @param requests in all
 * @param latency seconds of one, by itself
 */
public record Ideal(int requests, double latency) {

  /** Seconds for all requests: ⌈requests ÷ concurrency⌉ × latency. */
  public double seconds(int concurrency) {
    return Math.ceil((double) requests / concurrency) * latency;
  }
}
