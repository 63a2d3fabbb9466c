/**
 * The fetched data: plain and immutable, for every other package to hold; the form of its numbers,
 * the length of its quotes, and how numbers and times read. Knows nothing of any other package.
 */
@NullMarked
package io.github.fetchcharacters.model;

import org.jspecify.annotations.NullMarked;
