/**
 * Shows text to a person at a terminal: messages, the status line, widths, questions for mistyped
 * words. Knows nothing of characters or of the process.
 */
@NullMarked
package io.github.fetchcharacters.terminal;

import org.jspecify.annotations.NullMarked;
