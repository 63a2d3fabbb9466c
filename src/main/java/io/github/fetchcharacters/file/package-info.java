/**
 * Reads and writes files so that a run that ends early leaves no half of one. Knows nothing of what
 * is in them.
 */
@NullMarked
package io.github.fetchcharacters.file;

import org.jspecify.annotations.NullMarked;
