/**
 * The command line: options, ids, exit codes, and the commands that tie the other packages
 * together.
 */
@NullMarked
package io.github.fetchcharacters.cli;

import org.jspecify.annotations.NullMarked;
