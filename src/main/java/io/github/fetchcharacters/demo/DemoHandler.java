package io.github.fetchcharacters.demo;

import io.github.fetchcharacters.demo.FaultPlan.Fault;
import io.github.fetchcharacters.demo.character.Answer;
import io.github.fetchcharacters.demo.character.Catalogue;
import io.github.fetchcharacters.demo.character.CharacterApi;
import io.github.fetchcharacters.model.RateLimit;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides on each request as it arrives, and delays the answer without holding a thread. */
final class DemoHandler {
  private final CharacterApi api;
  private final FaultPlan faults;
  private final @Nullable RateLimiter limiter;
  private final @Nullable String retryAfter;
  private final ScheduledExecutorService timer;
  private final Consumer<InetSocketAddress> clients;
  private final AtomicLong requests = new AtomicLong();

  DemoHandler(
      DemoSettings settings, ScheduledExecutorService timer, Consumer<InetSocketAddress> clients) {
    RateLimit limit = settings.rateLimit();
    this.api = new CharacterApi(new Catalogue(settings.characters()));
    this.faults = new FaultPlan(settings);
    this.limiter = limit == null ? null : new RateLimiter(limit);
    this.retryAfter = wholeSeconds(settings.retryAfter());
    this.timer = timer;
    this.clients = clients;
  }

  /** Answers, schedules the answer, or closes the connection without one. */
  void handle(Request request, Caller caller) {
    long number = requests.getAndIncrement();
    clients.accept(caller.address());
    Answer answer = answer(number, request);
    if (answer == null) {
      caller.drop();
    } else {
      send(new ResponseSender(request, answer, caller), faults.delayOf(number));
    }
  }

  private void send(ResponseSender response, long delay) {
    if (delay == 0) {
      response.run();
    } else {
      Future<?> unused = timer.schedule(response, delay, TimeUnit.NANOSECONDS);
    }
  }

  /** Returns the answer, null for a connection to drop. */
  private @Nullable Answer answer(long number, Request request) {
    if (limiter != null && !limiter.tryAcquire(System.nanoTime())) {
      return tooManyRequests();
    }
    Fault fault = faults.faultOf(number);
    return switch (fault) {
      case RESET -> null;
      case INTERNAL_ERROR -> Answer.error(500, "Internal Server Error");
      case UNAVAILABLE -> Answer.error(503, "Service Unavailable");
      default -> routed(request);
    };
  }

  private Answer tooManyRequests() {
    Answer answer = Answer.error(429, "Too many requests, please try again later");
    return retryAfter == null ? answer : answer.with("Retry-After", retryAfter);
  }

  /**
   * Answers as the public API does: it knows only methods that read and takes any other for an
   * unknown route. A browser's preflight (OPTIONS) succeeds on every path.
   */
  private Answer routed(Request request) {
    if (request.method().equals("OPTIONS")) {
      return preflight(request.header("access-control-request-headers"));
    }
    return request.reads() ? api.answer(request.target()) : CharacterApi.noRoute();
  }

  private static Answer preflight(@Nullable String headers) {
    Answer answer =
        new Answer(204, "")
            .with("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE")
            .with("Vary", "Access-Control-Request-Headers");
    return headers == null ? answer : answer.with("Access-Control-Allow-Headers", headers);
  }

  private static @Nullable String wholeSeconds(@Nullable Duration wait) {
    return wait == null ? null : Long.toString(wait.plusNanos(999_999_999).toSeconds());
  }
}
