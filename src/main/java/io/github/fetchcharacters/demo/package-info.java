/**
 * The built-in API server: HTTP/1.1 on loopback with latency, limits and faults, so that the
 * command can be tried, tested and measured without a network and without burdening the public API.
 * What an answer says comes from {@code demo.character}.
 */
@NullMarked
package io.github.fetchcharacters.demo;

import org.jspecify.annotations.NullMarked;
