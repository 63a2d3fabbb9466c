/** The command that compares modes, with the options that only it has. */
@NullMarked
package io.github.fetchcharacters.cli.compare;

import org.jspecify.annotations.NullMarked;
