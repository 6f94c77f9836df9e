package org.lagroups.wormguard.learn.fingerprint;

import java.util.random.RandomGenerator;

/**
 * An irreducible polynomial over GF(2) of degree {@link #DEGREE}.
 *
 * <p>Residues by it are the low bits of a long: bit i is the coefficient of x^i.
 *
 * @param lower its coefficients below x^{@value #DEGREE}
 */
public record Polynomial(long lower) {

  /** A prime, which makes the test for irreducibility a short one. */
  public static final int DEGREE = 61;

  private static final long MASK = (1L << DEGREE) - 1;
  private static final long X = 2;

  /**
   * Checks that it is irreducible.
   *
   * @throws IllegalArgumentException if it is not
   */
  public Polynomial {
    if (!isIrreducible(lower)) {
      throw new IllegalArgumentException(
          "x^%d and %s make no irreducible polynomial".formatted(DEGREE, Long.toHexString(lower)));
    }
  }

  /** Any of all there are, each as likely. About one number in 15 that is tried is one. */
  public static Polynomial drawn(RandomGenerator random) {
    while (true) {
      long lower = (random.nextLong() & MASK) | 1;
      if (isIrreducible(lower)) {
        return new Polynomial(lower);
      }
    }
  }

  /** The product of two residues. */
  long times(long first, long second) {
    return product(first, second, lower);
  }

  /** The residue of x to a power that is not negative. */
  long powerOfX(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power = timesX(power, lower);
    }
    return power;
  }

  /**
   * For a degree d that is prime: it has no root, and divides x^(2^d) - x. (Rabin, "Probabilistic
   * algorithms in finite fields", 1980.)
   */
  private static boolean isIrreducible(long lower) {
    boolean zeroIsNoRoot = (lower & 1) == 1;
    boolean oneIsNoRoot = Long.bitCount(lower) % 2 == 0;
    if ((lower & ~MASK) != 0 || !zeroIsNoRoot || !oneIsNoRoot) {
      return false;
    }
    long power = X;
    for (int i = 0; i < DEGREE; i++) {
      power = product(power, power, lower);
    }
    return power == X;
  }

  private static long product(long first, long second, long lower) {
    long sum = 0;
    for (int i = DEGREE - 1; i >= 0; i--) {
      sum = timesX(sum, lower);
      if (((second >>> i) & 1) == 1) {
        sum ^= first;
      }
    }
    return sum;
  }

  private static long timesX(long residue, long lower) {
    long shifted = residue << 1;
    return shifted >>> DEGREE == 0 ? shifted : (shifted & MASK) ^ lower;
  }
}
