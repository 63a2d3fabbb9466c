/**
 * Reads and writes files so that a run that ends early leaves none half written. Knows nothing of
 * their content.
 */
@NullMarked
package io.github.fetchcharacters.file;

import org.jspecify.annotations.NullMarked;
