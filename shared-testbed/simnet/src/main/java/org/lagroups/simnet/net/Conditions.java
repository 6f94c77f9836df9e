package org.lagroups.simnet.net;

/**
 * How well a path between two nodes works, in one direction.
 *
 * <p>Loss drops datagrams. It only delays ordered and bulk messages, which are sent again until
 * they arrive, unless {@link Network#lossyOrdered} is set. Duplication and reordering concern
 * datagrams.
 *
 * @param loss the chance that a transmission is lost, 0 to {@link #MAX_LOSS}; for more, cut the
 *     path
 * @param duplication the chance that a datagram arrives twice, 0 to 1
 * @param reordering the chance that a datagram is held back by up to {@code reorderMillis}, 0 to 1
 * @param jitterMillis added to the latency of every transmission: uniformly 0 to this
 * @param reorderMillis by how much a reordered datagram is held back at most
 */
public record Conditions(
    double loss, double duplication, double reordering, double jitterMillis, double reorderMillis) {

  /** Beyond this a path counts as cut. */
  public static final double MAX_LOSS = 0.9;

  /** A path that loses nothing and has no jitter. */
  public static final Conditions PERFECT = new Conditions(0, 0, 0, 0, 0);

  /** An ordinary day on the Internet: 0.5% loss, 3 ms jitter, some reordering. */
  public static final Conditions INTERNET = new Conditions(0.005, 0.000_5, 0.002, 3, 20);

  public Conditions {
    requireRange("loss", loss, MAX_LOSS);
    requireRange("duplication", duplication, 1);
    requireRange("reordering", reordering, 1);
    requireRange("jitter", jitterMillis, 3_600_000);
    requireRange("reordering delay", reorderMillis, 3_600_000);
  }

  public Conditions withLoss(double loss) {
    return new Conditions(loss, duplication, reordering, jitterMillis, reorderMillis);
  }

  public Conditions withDuplication(double duplication) {
    return new Conditions(loss, duplication, reordering, jitterMillis, reorderMillis);
  }

  /** Holds back this share of the datagrams by up to {@code reorderMillis}. */
  public Conditions withReordering(double reordering, double reorderMillis) {
    return new Conditions(loss, duplication, reordering, jitterMillis, reorderMillis);
  }

  public Conditions withJitterMillis(double jitterMillis) {
    return new Conditions(loss, duplication, reordering, jitterMillis, reorderMillis);
  }

  private static void requireRange(String what, double value, double max) {
    if (!(value >= 0 && value <= max)) {
      throw new IllegalArgumentException("%s is 0 to %s, not %s".formatted(what, max, value));
    }
  }
}
