/**
 * Decides once whether to try again, and when, for a blocking and a future-returning driver. Knows
 * nothing of what is tried.
 */
@NullMarked
package io.github.fetchcharacters.retry;

import org.jspecify.annotations.NullMarked;
