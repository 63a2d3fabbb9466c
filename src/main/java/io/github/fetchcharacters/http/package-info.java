/**
 * The network as the rest of the program sees it: a request's way out, its answer, and what can go
 * wrong. Knows nothing of records.
 */
@NullMarked
package io.github.fetchcharacters.http;

import org.jspecify.annotations.NullMarked;
