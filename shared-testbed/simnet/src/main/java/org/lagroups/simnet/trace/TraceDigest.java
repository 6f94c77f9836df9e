package org.lagroups.simnet.trace;

/**
 * A running 128-bit hash over the fields of all events. It tells runs apart; it is no defence
 * against someone who seeks a collision.
 */
final class TraceDigest {

  private static final long FIRST_PRIME = 0x9e3779b185ebca87L;
  private static final long SECOND_PRIME = 0xc2b2ae3d27d4eb4fL;

  private long first = FIRST_PRIME;
  private long second = SECOND_PRIME;

  void add(long time, int kind, int node, int peer, int number) {
    mix(time);
    mix(pair(node, peer));
    mix(pair(kind, number));
  }

  void addMessage(int why, int length, int hash) {
    mix(pair(why, length));
    mix(hash);
  }

  String toHex() {
    return "%016x%016x".formatted(avalanche(first), avalanche(second ^ first));
  }

  private static long pair(int high, int low) {
    return ((long) high << 32) | (low & 0xffffffffL);
  }

  private void mix(long value) {
    first = Long.rotateLeft(first ^ (value * SECOND_PRIME), 31) * FIRST_PRIME;
    second = Long.rotateLeft(second + value, 27) * SECOND_PRIME + first;
  }

  private static long avalanche(long value) {
    long z = (value ^ (value >>> 33)) * SECOND_PRIME;
    return z ^ (z >>> 29);
  }
}
