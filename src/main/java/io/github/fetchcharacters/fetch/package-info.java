/**
 * The ways to fetch a list of ids: one after another, or fanned out, always delivering in the order
 * asked.
 */
@NullMarked
package io.github.fetchcharacters.fetch;

import org.jspecify.annotations.NullMarked;
