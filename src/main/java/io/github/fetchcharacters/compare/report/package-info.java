/**
 * How a comparison is shown: as a table for people, and as files for other programs. It lies here
 * and not beside the measuring, so that Jackson stays with what is written out, and the measuring
 * knows of no form.
 */
@NullMarked
package io.github.fetchcharacters.compare.report;

import org.jspecify.annotations.NullMarked;
