/** Options from the environment and from a file. Knows nothing of what an option does. */
@NullMarked
package io.github.fetchcharacters.cli.setting;

import org.jspecify.annotations.NullMarked;
