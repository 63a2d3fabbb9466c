/**
 * Admission of requests: how many may be in flight, and how fast they follow one another. Knows
 * nothing of requests, replies and failures.
 */
@NullMarked
package io.github.fetchcharacters.flow;

import org.jspecify.annotations.NullMarked;
