/**
 * Which characters are asked for: ids, ranges, standard input, the pages of a list. Knows nothing
 * of options and of how results look.
 */
@NullMarked
package io.github.fetchcharacters.selection;

import org.jspecify.annotations.NullMarked;
