package org.lagroups.core.monitor.observe;

/**
 * How much has to speak for a change of verdict.
 *
 * @param bad that many bad findings among the last {@code of} make a node fail; 1 to {@code of}
 * @param of how far it looks back, 1 to {@link #MAX_FINDINGS}
 * @param good that many good ones in a row make it pass, at first and again; 1 to {@link
 *     #MAX_FINDINGS}
 */
public record Steadiness(int bad, int of, int good) {

  /** The most findings looked back at. */
  public static final int MAX_FINDINGS = 64;

  /** Fails after three bad ones in a row, passes after three good ones. */
  public static final Steadiness DEFAULT = inARow(3, 3);

  public Steadiness {
    if (bad < 1 || bad > of || of > MAX_FINDINGS || good < 1 || good > MAX_FINDINGS) {
      throw new IllegalArgumentException(
          "1 to n bad findings of the last n, n up to 64, and 1 to 64 good ones, not "
              + bad
              + " of "
              + of
              + " and "
              + good);
    }
  }

  /** Fails after so many bad findings in a row, passes after so many good ones in a row. */
  public static Steadiness inARow(int bad, int good) {
    return new Steadiness(bad, bad, good);
  }
}
