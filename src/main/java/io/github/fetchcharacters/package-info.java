/** The composition root: the one place that touches the process's streams and ends it. */
@NullMarked
package io.github.fetchcharacters;

import org.jspecify.annotations.NullMarked;
