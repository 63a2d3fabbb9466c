/** The composition root, which puts the parts together and ends the process. Nothing knows it. */
@NullMarked
package io.github.fetchcharacters;

import org.jspecify.annotations.NullMarked;
