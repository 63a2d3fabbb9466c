package io.github.fetchcharacters.cache;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kept answer.
 *
 * @param stored when the server sent or confirmed it, in whole milliseconds
 * @param etag its entity tag, one line; null without one
 * @param lastModified its Last-Modified field, one line; null without one
 * @param body the content; shared, so do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and a copy of every body costs
public record Entry(
    Instant stored, @Nullable String etag, @Nullable String lastModified, byte[] body) {}
