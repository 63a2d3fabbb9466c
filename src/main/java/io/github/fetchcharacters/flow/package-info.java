/**
 * Admits requests: bounds how many are in flight and how fast they follow one another. Knows
 * nothing of HTTP.
 */
@NullMarked
package io.github.fetchcharacters.flow;

import org.jspecify.annotations.NullMarked;
