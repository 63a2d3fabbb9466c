/**
 * The fetched data: plain and immutable, for every other package to hold; the form of its numbers,
 * and the length of its quotes. Knows nothing of any other package.
 */
@NullMarked
package io.github.fetchcharacters.model;

import org.jspecify.annotations.NullMarked;
