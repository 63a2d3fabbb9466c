/** TLS: whom to trust, and a limit for what a server may send without an answer. */
@NullMarked
package io.github.fetchcharacters.http.tls;

import org.jspecify.annotations.NullMarked;
