/**
 * The built-in API server: the same routes and bodies as the public API, on loopback, so that the
 * command can be tried, tested and measured without a network and without burdening the public one.
 */
@NullMarked
package io.github.fetchcharacters.demo;

import org.jspecify.annotations.NullMarked;
