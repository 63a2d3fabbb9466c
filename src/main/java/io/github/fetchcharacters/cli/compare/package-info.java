/**
 * The command that compares modes, with the options that only it has. Knows nothing of the network.
 */
@NullMarked
package io.github.fetchcharacters.cli.compare;

import org.jspecify.annotations.NullMarked;
