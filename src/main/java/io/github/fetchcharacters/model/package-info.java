/**
 * The fetched data: plain and immutable, for every other package to hold; and the form of its
 * numbers. Knows nothing of any other package.
 */
@NullMarked
package io.github.fetchcharacters.model;

import org.jspecify.annotations.NullMarked;
