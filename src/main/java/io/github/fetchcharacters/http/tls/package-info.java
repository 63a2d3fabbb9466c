/**
 * TLS: whom to trust, and a limit for what a server may send without an answer. Knows nothing of
 * requests.
 */
@NullMarked
package io.github.fetchcharacters.http.tls;

import org.jspecify.annotations.NullMarked;
