/**
 * Turns the JDK's messages into kinds for the program and words for people. Knows nothing of
 * connections.
 */
@NullMarked
package io.github.fetchcharacters.http.message;

import org.jspecify.annotations.NullMarked;
