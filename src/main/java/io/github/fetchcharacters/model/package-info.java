/**
 * What is fetched: plain, immutable data that every other package may hold, and how numbers are
 * written in all of it.
 */
@NullMarked
package io.github.fetchcharacters.model;

import org.jspecify.annotations.NullMarked;
