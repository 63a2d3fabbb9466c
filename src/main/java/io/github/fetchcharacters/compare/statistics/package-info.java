/**
 * Statistics of measured times: summaries, intervals by resampling, and tests whether the order of
 * rounds matters. Knows nothing of modes and rounds; it uses no other package of the project.
 */
@NullMarked
package io.github.fetchcharacters.compare.statistics;

import org.jspecify.annotations.NullMarked;
