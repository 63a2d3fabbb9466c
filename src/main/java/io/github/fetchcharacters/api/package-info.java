/**
 * The API's client: a blocking and a future-returning variant of each call, over one query, one
 * decoder and one retry decision. Knows nothing of options and output.
 */
@NullMarked
package io.github.fetchcharacters.api;

import org.jspecify.annotations.NullMarked;
