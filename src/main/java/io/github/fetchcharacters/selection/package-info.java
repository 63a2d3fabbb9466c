/**
 * The characters asked for: ids, ranges, standard input, the pages of a list. Knows nothing of
 * options and output formats.
 */
@NullMarked
package io.github.fetchcharacters.selection;

import org.jspecify.annotations.NullMarked;
