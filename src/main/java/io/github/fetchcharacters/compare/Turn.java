package io.github.fetchcharacters.compare;

/**
 * One measured turn of one mode.
 *
 * @param round from 1; warm-up rounds have their own numbers
 * @param position the place in the round's order, from 1
 * @param seconds wall time, from the first request to the last record
 * @param usage what it took of the machine meanwhile
 */
public record Turn(int round, int position, double seconds, Usage usage, Counts counts) {}
