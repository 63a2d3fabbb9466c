package io.github.fetchcharacters.compare;

import org.jspecify.annotations.Nullable;

/**
 * What one turn asked of the network.
 *
 * @param requests handed to the network, repeated attempts included
 * @param retries attempts that repeated a failed one
 * @param connections opened in this turn and used by a request; null where the JVM does not tell
 * @param protocol of the last answer, such as {@code HTTP/2}
 */
public record Counts(long requests, long retries, @Nullable Long connections, String protocol) {}
