package io.github.fetchcharacters.demo.character;

/**
 * The SplitMix64 generator (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators,
 * 2014). {@code java.util} does not promise the same numbers from one release to the next, and a
 * character must be the same on any server. For one thread.
 */
public final class SplitMix64 {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /** Starts one of the unrelated sequences of a seed. */
  public SplitMix64(long seed, long sequence) {
    state = mix(mix(seed + GOLDEN_GAMMA) + sequence);
  }

  /** Draws uniformly from 0 (inclusive) to 1 (exclusive). */
  public double nextDouble() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** Draws uniformly from 0 (inclusive) to the bound (exclusive). */
  int nextInt(int bound) {
    return (int) (nextDouble() * bound);
  }

  private long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  private static long mix(long value) {
    long first = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
    return second ^ (second >>> 31);
  }
}
