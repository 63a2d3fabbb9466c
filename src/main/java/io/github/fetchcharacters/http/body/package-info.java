/** Reads the body of an answer, unpacked and up to a limit. Knows nothing of what it says. */
@NullMarked
package io.github.fetchcharacters.http.body;

import org.jspecify.annotations.NullMarked;
