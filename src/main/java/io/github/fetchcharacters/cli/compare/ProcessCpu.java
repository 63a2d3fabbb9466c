package io.github.fetchcharacters.cli.compare;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** The CPU time of this process. */
final class ProcessCpu {

  private ProcessCpu() {}

  /** Nanoseconds of all threads together; −1 where the system does not tell. */
  static LongSupplier clock() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system::getProcessCpuTime
        : () -> -1;
  }
}
