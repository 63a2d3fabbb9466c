/**
 * Which of the JDK's HTTP clients serves a request, and when one has to be replaced. Knows nothing
 * of requests and answers.
 */
@NullMarked
package io.github.fetchcharacters.http.pool;

import org.jspecify.annotations.NullMarked;
