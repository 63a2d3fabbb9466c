/**
 * What was measured of several ways to do the same work: its plain figures, the ratios between the
 * ways, and what these show in words. Knows neither the measuring nor any form of a report.
 */
@NullMarked
package io.github.fetchcharacters.compare;

import org.jspecify.annotations.NullMarked;
