/**
 * Times ways of doing the same work against each other, round by round, and refuses to where they
 * did not do the same. Knows nothing of fetching, so that all of it is tested without waiting.
 */
@NullMarked
package io.github.fetchcharacters.compare.measurement;

import org.jspecify.annotations.NullMarked;
