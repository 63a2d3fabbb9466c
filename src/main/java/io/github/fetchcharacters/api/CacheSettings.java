package io.github.fetchcharacters.api;

import io.github.fetchcharacters.http.HttpSettings.Header;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which answers of earlier runs are of use.
 *
 * @param folder where they are kept, null where the environment names no place
 * @param maxAge answers not older than this are not asked for again; zero for none
 * @param api the API's address, or a name for an API whose address changes
 * @param headers the fields of the requests that can change an answer
 */
public record CacheSettings(
    @Nullable Path folder, Duration maxAge, String api, List<Header> headers) {

  /** Copies the list. */
  public CacheSettings {
    headers = List.copyOf(headers);
  }
}
