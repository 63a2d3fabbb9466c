/**
 * The standard streams of this process and its terminal, as the system has them. Knows nothing of
 * characters or options.
 */
@NullMarked
package io.github.fetchcharacters.process;

import org.jspecify.annotations.NullMarked;
