package org.lagroups.multicast.relay.tree;

import java.util.ArrayList;
import java.util.List;

/** Sets of members as the bits of a long. */
public final class Members {

  private Members() {}

  /** The set of one. */
  public static long of(int number) {
    return 1L << number;
  }

  /** Whether a set has a member. */
  public static boolean has(long members, int number) {
    return (members & 1L << number) != 0;
  }

  /** The numbers of the members, the least first. */
  public static List<Integer> list(long members) {
    List<Integer> numbers = new ArrayList<>(Long.bitCount(members));
    for (long rest = members; rest != 0; rest &= rest - 1) {
      numbers.add(Long.numberOfTrailingZeros(rest));
    }
    return numbers;
  }
}
