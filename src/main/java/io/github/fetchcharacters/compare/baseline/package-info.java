/**
 * An earlier comparison, read from its export, and what changed since. It is apart from the report,
 * which shows the changes, since it writes nothing.
 */
@NullMarked
package io.github.fetchcharacters.compare.baseline;

import org.jspecify.annotations.NullMarked;
