/**
 * Times ways of doing the same work against each other: the measuring loop, its plain results and
 * their statistics. Knows nothing of fetching, so that everything is tested without waiting; it
 * uses no other package of the project.
 */
@NullMarked
package io.github.fetchcharacters.compare;

import org.jspecify.annotations.NullMarked;
