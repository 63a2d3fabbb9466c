package io.github.fetchcharacters.codec;

import io.github.fetchcharacters.http.ApiException;
import io.github.fetchcharacters.http.Reply;
import java.net.URI;
import java.util.function.Function;

/**
 * What to ask and how to read the answer: everything about a call that needs no waiting, and so
 * serves both twins.
 *
 * @param resource what is asked for
 * @param uri where to ask
 * @param decoder turns an answer of any status into the value, or throws {@link ApiException}
 * @param title what to call a decoded value in a sentence
 */
public record Query<T>(
    Resource resource, URI uri, Function<Reply, T> decoder, Function<T, String> title) {}
