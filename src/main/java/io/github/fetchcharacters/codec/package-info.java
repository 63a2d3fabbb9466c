/**
 * What to ask the API, and how to read its answers: one codec for every mode. Knows nothing of
 * waiting, of retries and of the network's ways.
 */
@NullMarked
package io.github.fetchcharacters.codec;

import org.jspecify.annotations.NullMarked;
