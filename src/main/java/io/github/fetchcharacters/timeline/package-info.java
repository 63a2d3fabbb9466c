/** Records when each attempt of a run began and ended, and draws it. Knows nothing of options. */
@NullMarked
package io.github.fetchcharacters.timeline;

import org.jspecify.annotations.NullMarked;
