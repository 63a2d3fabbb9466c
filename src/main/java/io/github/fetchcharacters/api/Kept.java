package io.github.fetchcharacters.api;

import io.github.fetchcharacters.cache.Entry;
import io.github.fetchcharacters.http.Validator;
import java.time.Duration;

/**
 * An answer of an earlier run.
 *
 * @param value what its decoder makes of it
 * @param age since the server sent or confirmed it; negative where a clock went back
 * @param isFresh whether it need not be asked for
 */
record Kept<T>(Entry entry, T value, Duration age, boolean isFresh) {

  Validator validator() {
    return new Validator(entry.etag(), entry.lastModified());
  }
}
