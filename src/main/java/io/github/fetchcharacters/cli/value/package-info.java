/**
 * Turns the text of an option into its value, and back into a message. Knows nothing of commands.
 */
@NullMarked
package io.github.fetchcharacters.cli.value;

import org.jspecify.annotations.NullMarked;
