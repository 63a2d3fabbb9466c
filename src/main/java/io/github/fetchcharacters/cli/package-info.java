/** The commands and the errors of a command line. Knows nothing of connections and formats. */
@NullMarked
package io.github.fetchcharacters.cli;

import org.jspecify.annotations.NullMarked;
