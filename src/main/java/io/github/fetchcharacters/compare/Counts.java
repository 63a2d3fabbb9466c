package io.github.fetchcharacters.compare;

import org.jspecify.annotations.Nullable;

/**
 * What one turn asked of the network.
 *
 * @param requests handed to the network, repeated attempts included
 * @param retries attempts that repeated a failed one
 * @param resent requests that the server had not processed and that went out again; neither {@code
 *     requests} nor {@code retries} counts them
 * @param connections opened in this turn and used by a request; null where the JVM does not say
 * @param protocol of the last answer, such as {@code HTTP/2}
 */
public record Counts(
    long requests, long retries, long resent, @Nullable Long connections, String protocol) {}
