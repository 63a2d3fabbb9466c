/**
 * Talks with the person at a terminal: messages, the status line, the widths of text, words that
 * are mistyped. Knows nothing of characters or of the process.
 */
@NullMarked
package io.github.fetchcharacters.terminal;

import org.jspecify.annotations.NullMarked;
