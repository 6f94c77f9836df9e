package org.lagroups.simnet.engine;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Independent random streams for every purpose, all from one seed: what one part draws does not
 * change what another will draw.
 */
public final class SeedTree {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private SeedTree() {}

  /** The stream for one purpose, named by {@code label}. */
  public static RandomGenerator random(long seed, String label) {
    return new SplittableRandom(derive(seed, label));
  }

  /** A seed for one purpose: FNV-1a over the label, then the finaliser of SplitMix64. */
  public static long derive(long seed, String label) {
    long hash = FNV_OFFSET ^ mix(seed);
    for (int i = 0; i < label.length(); i++) {
      hash = (hash ^ label.charAt(i)) * FNV_PRIME;
    }
    return mix(hash);
  }

  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
