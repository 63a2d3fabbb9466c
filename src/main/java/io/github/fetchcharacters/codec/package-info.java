/**
 * Builds the queries of the API and reads its answers, for every mode. Knows nothing of waits,
 * retries and connections.
 */
@NullMarked
package io.github.fetchcharacters.codec;

import org.jspecify.annotations.NullMarked;
