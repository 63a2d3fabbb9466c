package io.github.fetchcharacters.flow;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The start that a request has reserved, or none. Safe for use by many threads. */
final class ReservedStart {

  private final AtomicReference<Pace.@Nullable Start> start = new AtomicReference<>();

  /** Reserves the next start of the pace; returns the nanoseconds until then. */
  long reserve(Pace pace) {
    Pace.Start next = pace.reserve();
    start.set(next);
    return next.nanos();
  }

  /** Gives the start back, the first time; does nothing without one. */
  void giveBack() {
    Pace.Start unused = start.getAndSet(null);
    if (unused != null) {
      unused.giveBack().run();
    }
  }
}
