/** Reads the body of an answer, unpacked and up to a limit. */
@NullMarked
package io.github.fetchcharacters.http.body;

import org.jspecify.annotations.NullMarked;
