/**
 * The built-in API server: HTTP/1.1 on loopback with latency, limits and faults, to try, test and
 * measure the command without a network and without a burden on the public API. The answers come
 * from {@code demo.character}. Knows nothing of the client.
 */
@NullMarked
package io.github.fetchcharacters.demo;

import org.jspecify.annotations.NullMarked;
