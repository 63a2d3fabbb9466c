/**
 * The API's client: one request builder, one decoder and one retry decision under a blocking and a
 * future-returning variant of each call.
 */
@NullMarked
package io.github.fetchcharacters.api;

import org.jspecify.annotations.NullMarked;
