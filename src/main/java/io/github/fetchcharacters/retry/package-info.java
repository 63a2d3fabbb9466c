/**
 * Whether to try again and after how long, decided once, for a blocking and a future-returning
 * driver.
 */
@NullMarked
package io.github.fetchcharacters.retry;

import org.jspecify.annotations.NullMarked;
