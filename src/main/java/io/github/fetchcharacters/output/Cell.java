package io.github.fetchcharacters.output;

/**
 * A value of a record in a line of text.
 *
 * @param text what the server sent, not yet safe to show
 * @param number whether it is a JSON number
 */
record Cell(String text, boolean number) {}
