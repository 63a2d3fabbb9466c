/**
 * The network as the rest of the program sees it: requests, answers and failures. Knows nothing of
 * the content of an answer.
 */
@NullMarked
package io.github.fetchcharacters.http;

import org.jspecify.annotations.NullMarked;
