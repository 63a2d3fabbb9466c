/**
 * The options that commands share, each with its value, and how help lists them. Knows nothing of
 * the commands themselves.
 */
@NullMarked
package io.github.fetchcharacters.cli.option;

import org.jspecify.annotations.NullMarked;
