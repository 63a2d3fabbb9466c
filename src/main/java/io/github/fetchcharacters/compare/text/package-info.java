/**
 * The report of a comparison as text for people: a table that fits the width, and a chart. It is
 * apart from the exports, since only it knows of columns on a terminal.
 */
@NullMarked
package io.github.fetchcharacters.compare.text;

import org.jspecify.annotations.NullMarked;
