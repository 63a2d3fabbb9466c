/**
 * Keeps answers in a folder of the user's, from one run to the next. Knows nothing of HTTP: an
 * answer is bytes under a name.
 */
@NullMarked
package io.github.fetchcharacters.cache;

import org.jspecify.annotations.NullMarked;
