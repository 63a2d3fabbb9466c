/** The network by the JDK's HTTP client: one exchange after another until its answer is whole. */
@NullMarked
package io.github.fetchcharacters.http.client;

import org.jspecify.annotations.NullMarked;
