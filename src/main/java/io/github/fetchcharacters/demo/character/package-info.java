/**
 * Computes the answers of the built-in API from a request's target alone: the same routes, texts
 * and characters as the public API. Knows nothing of connections, of time or of faults.
 */
@NullMarked
package io.github.fetchcharacters.demo.character;

import org.jspecify.annotations.NullMarked;
