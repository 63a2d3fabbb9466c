package io.github.fetchcharacters.compare;

/**
 * What one turn took of the process and the machine.
 *
 * @param cpuSeconds CPU time of the whole process; NaN where the system does not say
 * @param compilerSeconds for how long the JVM's compiler worked; NaN where the JVM does not say
 * @param peakThreads most platform threads of the process that lived at once, the carriers of
 *     virtual threads included; NaN where the JVM does not say
 * @param carriers threads that carried virtual ones, of {@code peakThreads}; NaN where the JVM has
 *     no virtual threads or does not say
 * @param allocatedBytes memory that all threads allocated on the heap; NaN where the JVM does not
 *     say
 */
public record Usage(
    double cpuSeconds,
    double compilerSeconds,
    double peakThreads,
    double carriers,
    double allocatedBytes) {}
