/** What is fetched: plain, immutable data that every other package may hold. */
@NullMarked
package io.github.fetchcharacters.model;

import org.jspecify.annotations.NullMarked;
