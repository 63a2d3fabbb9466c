/**
 * The fetched data: plain and immutable, for every other package to hold; and the form of its
 * numbers.
 */
@NullMarked
package io.github.fetchcharacters.model;

import org.jspecify.annotations.NullMarked;
