/**
 * Times ways of doing the same work against each other: the measuring loop, its plain results, and
 * what they show in words. Knows nothing of fetching, so that everything is tested without waiting.
 */
@NullMarked
package io.github.fetchcharacters.compare;

import org.jspecify.annotations.NullMarked;
