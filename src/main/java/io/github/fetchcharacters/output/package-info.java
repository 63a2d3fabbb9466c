/** Writes characters: a writer for each format, and text made safe for a terminal. */
@NullMarked
package io.github.fetchcharacters.output;

import org.jspecify.annotations.NullMarked;
