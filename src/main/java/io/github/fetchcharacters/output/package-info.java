/**
 * Writes characters: a writer for each format. Knows nothing of options and of the streams of the
 * process.
 */
@NullMarked
package io.github.fetchcharacters.output;

import org.jspecify.annotations.NullMarked;
