/**
 * The report of a comparison as one page of HTML: its data, its pictures with their figures in
 * words, and its script. It has a room of its own beside the exports, since only it knows of a
 * browser.
 */
@NullMarked
package io.github.fetchcharacters.compare.page;

import org.jspecify.annotations.NullMarked;
