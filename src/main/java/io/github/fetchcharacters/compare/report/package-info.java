/**
 * What every report of a comparison has, its conditions and the columns of its table, and the
 * exports for other programs. Jackson stays with what is written out here, and the figures know of
 * no form.
 */
@NullMarked
package io.github.fetchcharacters.compare.report;

import org.jspecify.annotations.NullMarked;
