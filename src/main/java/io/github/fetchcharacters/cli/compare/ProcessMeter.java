package io.github.fetchcharacters.cli.compare;

import io.github.fetchcharacters.compare.Usage;
import io.github.fetchcharacters.compare.measurement.Meter;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Meters this process, all its threads together. For the thread that measures.
 *
 * <p>Carriers are those of the scheduler's pool at the end of a turn; it keeps an idle one for 30 s
 * (JDK 25, {@code java.lang.VirtualThread.createDefaultScheduler}). How many virtual threads there
 * are, the JVM does not say.
 */
final class ProcessMeter implements Meter {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final DoubleSupplier cpu = cpu();
  private final DoubleSupplier compiler = compiler(ManagementFactory.getCompilationMXBean());
  private final DoubleSupplier allocated = allocated(threads);
  private final DoubleSupplier carriers = carriers();
  private double cpuBefore;
  private double compilerBefore;
  private double allocatedBefore;

  /** The CPU time is read last, so that it does not hold the other readings. */
  @Override
  public void start() {
    threads.resetPeakThreadCount();
    allocatedBefore = allocated.getAsDouble();
    compilerBefore = compiler.getAsDouble();
    cpuBefore = cpu.getAsDouble();
  }

  @Override
  public Usage stop() {
    double cpuSeconds = cpu.getAsDouble() - cpuBefore;
    double compilerSeconds = compiler.getAsDouble() - compilerBefore;
    double allocatedBytes = allocated.getAsDouble() - allocatedBefore;
    return new Usage(
        cpuSeconds,
        compilerSeconds,
        threads.getPeakThreadCount(),
        carriers.getAsDouble(),
        allocatedBytes);
  }

  private static double unknown() {
    return Double.NaN;
  }

  private static DoubleSupplier cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? () -> system.getProcessCpuTime() / 1e9
        : ProcessMeter::unknown;
  }

  /** Of all compiler threads together; null where the JVM only interprets. */
  private static DoubleSupplier compiler(@Nullable CompilationMXBean bean) {
    return bean != null && bean.isCompilationTimeMonitoringSupported()
        ? () -> (double) bean.getTotalCompilationTime() / TimeUnit.SECONDS.toMillis(1)
        : ProcessMeter::unknown;
  }

  /**
   * From 21 on and in updates of 17 (JDK-8304074). The sum over the threads that still live, which
   * is all that an older one has, would leave out just the threads that a turn made and ended.
   */
  private static DoubleSupplier allocated(ThreadMXBean threads) {
    return threads instanceof com.sun.management.ThreadMXBean
        ? reading(com.sun.management.ThreadMXBean.class, threads, "getTotalThreadAllocatedBytes")
        : ProcessMeter::unknown;
  }

  /** From 24 on (JDK-8338890). */
  private static DoubleSupplier carriers() {
    try {
      Class<? extends PlatformManagedObject> type =
          Class.forName("jdk.management.VirtualThreadSchedulerMXBean")
              .asSubclass(PlatformManagedObject.class);
      return reading(type, ManagementFactory.getPlatformMXBean(type), "getPoolSize");
    } catch (ClassNotFoundException before24) {
      return ProcessMeter::unknown;
    }
  }

  /** Reads a number that the API of 17 does not have; the unknown where the JVM has it not. */
  private static DoubleSupplier reading(Class<?> type, @Nullable Object bean, String name) {
    try {
      Method method = type.getMethod(name);
      return () -> number(method, bean);
    } catch (NoSuchMethodException olderJvm) {
      return ProcessMeter::unknown;
    }
  }

  private static double number(Method method, @Nullable Object bean) {
    try {
      double value = ((Number) method.invoke(bean)).doubleValue();
      return value < 0 ? Double.NaN : value;
    } catch (ReflectiveOperationException | UnsupportedOperationException notHere) {
      return Double.NaN;
    }
  }
}
