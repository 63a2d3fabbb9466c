package io.github.fetchcharacters.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.fetchcharacters.demo.FaultPlan.Fault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides on each request as it arrives and puts the answer off without holding a thread. */
final class DemoHandler implements HttpHandler {
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

  /**
   * Answers or schedules the answer.
   *
   * @throws IOException to have the connection closed without an answer. The server forgets a
   *     connection only when its handler throws; one closed later would stay in its books for ever.
   */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long request = requests.getAndIncrement();
    clients.accept(exchange.getRemoteAddress());
    Reply reply = new Reply(exchange, answer(request, exchange));
    long delay = faults.delayOf(request);
    if (delay == 0) {
      reply.run();
    } else {
      Future<?> unused = timer.schedule(reply, delay, TimeUnit.NANOSECONDS);
      if (request == 0) {
        loadNamesOfDates();
      }
    }
  }

  /**
   * Does what would make the first answer late: the names of days, months and zones, which the
   * server writes into every Date header, take some 40 ms to load.
   */
  private static void loadNamesOfDates() {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("EEE MMM zzz", Locale.US);
    String unused = format.format(Instant.EPOCH.atZone(ZoneId.of("GMT")));
  }

  private Answer answer(long request, HttpExchange exchange) throws IOException {
    if (limiter != null && !limiter.tryAcquire(System.nanoTime())) {
      return tooManyRequests(exchange);
    }
    Fault fault = faults.faultOf(request);
    if (fault == Fault.RESET) {
      throw new IOException("connection closed, as the settings ask for");
    }
    return switch (fault) {
      case INTERNAL_ERROR -> Answer.error(500, "Internal Server Error");
      case UNAVAILABLE -> Answer.error(503, "Service Unavailable");
      default -> routed(exchange);
    };
  }

  private Answer tooManyRequests(HttpExchange exchange) {
    if (retryAfter != null) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
    }
    return Answer.error(429, "Too many requests, please try again later");
  }

  /** The public API knows no other methods: to it such a request is one more unknown route. */
  private Answer routed(HttpExchange exchange) {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return CharacterApi.nothingHere();
    }
    URI uri = exchange.getRequestURI();
    return api.answer(uri.getPath(), uri.getRawQuery());
  }

  private static @Nullable String wholeSeconds(@Nullable Duration wait) {
    return wait == null ? null : Long.toString(wait.plusNanos(999_999_999).toSeconds());
  }
}
