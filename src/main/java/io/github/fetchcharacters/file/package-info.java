/**
 * Reads and writes files so that a run that ends early leaves no file half written. Knows nothing
 * of their content.
 */
@NullMarked
package io.github.fetchcharacters.file;

import org.jspecify.annotations.NullMarked;
