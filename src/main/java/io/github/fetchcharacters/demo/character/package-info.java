/**
 * What the built-in API answers: the same routes, texts and characters as the public API, worked
 * out from a request's target alone. Knows nothing of connections, of time or of faults.
 */
@NullMarked
package io.github.fetchcharacters.demo.character;

import org.jspecify.annotations.NullMarked;
