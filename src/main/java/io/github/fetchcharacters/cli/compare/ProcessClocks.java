package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.compare.Clocks;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The clocks of this process. */
final class ProcessClocks {

  private ProcessClocks() {}

  static Clocks real() {
    return new Clocks(System::nanoTime, cpu(), compiler(ManagementFactory.getCompilationMXBean()));
  }

  private static LongSupplier cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system::getProcessCpuTime
        : () -> -1;
  }

  /** Of all compiler threads together; null where the JVM only interprets. */
  private static LongSupplier compiler(@Nullable CompilationMXBean bean) {
    return bean != null && bean.isCompilationTimeMonitoringSupported()
        ? () -> TimeUnit.MILLISECONDS.toNanos(bean.getTotalCompilationTime())
        : () -> -1;
  }
}
