/**
 * The JDK's HTTP clients: how one is made, which of them serves a request, and when one has to be
 * replaced. Knows nothing of requests and answers.
 */
@NullMarked
package io.github.fetchcharacters.http.pool;

import org.jspecify.annotations.NullMarked;
