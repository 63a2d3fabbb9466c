/** Turns the JDK's messages into kinds for the program and words for people. */
@NullMarked
package io.github.fetchcharacters.http.message;

import org.jspecify.annotations.NullMarked;
