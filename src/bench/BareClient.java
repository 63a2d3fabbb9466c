import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What Java's client alone takes for many characters: {@code java BareClient BASE_URL LAST_ID}
 * fetches the ids from 1 on, 50 at a time, and throws the answers away.
 */
public final class BareClient {

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger next = new AtomicInteger();
  private final String base;
  private final int last;

  private BareClient(String base, int last) {
    this.base = base;
    this.last = last;
  }

  public static void main(String[] args) {
    BareClient bare = new BareClient(args[0], Integer.parseInt(args[1]));
    CompletableFuture.allOf(
            IntStream.range(0, 50).mapToObj(i -> bare.chain()).toArray(CompletableFuture<?>[]::new))
        .join();
    System.exit(0);
  }

  /** One request after another until there is no id left. */
  private CompletableFuture<?> chain() {
    int id = next.incrementAndGet();
    if (id > last) {
      return CompletableFuture.completedFuture(null);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/character/" + id))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    return client.sendAsync(request, BodyHandlers.discarding()).thenCompose(answer -> chain());
  }
}
