/**
 * The ways to fetch a list of ids: one after another, or fanned out, delivered in the order asked.
 * Knows nothing of options and output.
 */
@NullMarked
package io.github.fetchcharacters.fetch;

import org.jspecify.annotations.NullMarked;
