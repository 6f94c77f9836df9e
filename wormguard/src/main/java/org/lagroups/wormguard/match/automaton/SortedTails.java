package org.lagroups.wormguard.match.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The distinct last bytes of literals, in order, so that those with a common prefix are together.
 */
final class SortedTails {

  private final List<byte[]> tails;
  private final int[] shared;
  private final int prefixes;

  private SortedTails(List<byte[]> tails) {
    this.tails = tails;
    this.shared = new int[tails.size()];
    int count = 1;
    for (int i = 0; i < shared.length; i++) {
      byte[] tail = tails.get(i);
      shared[i] = i == 0 ? 0 : Arrays.mismatch(tails.get(i - 1), tail);
      count += tail.length - shared[i];
    }
    this.prefixes = count;
  }

  static SortedTails of(List<byte[]> literals, int maxBytes) {
    List<byte[]> all = new ArrayList<>();
    for (byte[] literal : literals) {
      all.add(Arrays.copyOfRange(literal, Math.max(0, literal.length - maxBytes), literal.length));
    }
    all.sort(Arrays::compareUnsigned);
    List<byte[]> distinct = new ArrayList<>();
    for (byte[] tail : all) {
      if (distinct.isEmpty() || !Arrays.equals(distinct.getLast(), tail)) {
        distinct.add(tail);
      }
    }
    return new SortedTails(distinct);
  }

  List<byte[]> tails() {
    return tails;
  }

  /** How many first bytes of tail {@code index} are those of the one before it. */
  int sharedWithPrevious(int index) {
    return shared[index];
  }

  /** How many different prefixes they have, the empty one included. */
  int prefixes() {
    return prefixes;
  }
}
