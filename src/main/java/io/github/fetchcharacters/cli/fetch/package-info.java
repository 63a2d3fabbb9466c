/**
 * The command that fetches and prints, with the options that only it has. Knows nothing of the
 * network.
 */
@NullMarked
package io.github.fetchcharacters.cli.fetch;

import org.jspecify.annotations.NullMarked;
