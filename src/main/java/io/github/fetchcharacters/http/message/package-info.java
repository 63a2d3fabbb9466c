/** What the JDK's messages mean, in kinds for the program and in words for people. */
@NullMarked
package io.github.fetchcharacters.http.message;

import org.jspecify.annotations.NullMarked;
