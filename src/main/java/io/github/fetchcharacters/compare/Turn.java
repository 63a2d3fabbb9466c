package io.github.fetchcharacters.compare;

/**
 * One measured turn of one mode.
 *
 * @param round from 1; warm-up rounds have their own numbers
 * @param position the place in the round's order, from 1
 * @param seconds wall time, from the first request to the last record
 * @param cpuSeconds CPU time of the whole process meanwhile; NaN where the system does not say
 * @param compilerSeconds for how long the JVM's compiler worked meanwhile; NaN where the JVM does
 *     not say
 */
public record Turn(
    int round,
    int position,
    double seconds,
    double cpuSeconds,
    double compilerSeconds,
    Counts counts) {}
