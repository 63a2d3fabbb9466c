package io.github.fetchcharacters.http.client;

import io.github.fetchcharacters.http.Reply;
import java.util.Optional;

/** Decides what the end of an exchange means; called once, before the exchange completes. */
interface ExchangeEnding {

  /** Records a complete answer. */
  void answered(Exchange exchange, Reply reply);

  /**
   * Classifies an exchange without an answer.
   *
   * @param thrown what ended the exchange
   * @return the failure to report
   */
  Throwable failed(Exchange exchange, Throwable thrown);

  /**
   * Returns the address where the request goes on, which another has refused; empty if it has
   * failed. Called before {@link #failed}, on a thread that may wait for the look-up of a name: see
   * {@link Lookups}.
   *
   * @param thrown what ended the exchange at the last address
   */
  Optional<String> elsewhere(Exchange exchange, Throwable thrown);
}
