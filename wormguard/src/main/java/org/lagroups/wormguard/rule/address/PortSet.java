package org.lagroups.wormguard.rule.address;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.StringJoiner;

/** An immutable set of ports. */
public final class PortSet {

  /** The greatest port. */
  public static final int MAX_PORT = 65_535;

  /** All. */
  public static final PortSet ANY = range(0, MAX_PORT);

  /** In turns the first port of a range, and the first behind it, in ascending order. */
  private final int[] turns;

  private PortSet(int[] turns) {
    this.turns = turns;
  }

  /** The ports from one to another, both included. */
  static PortSet range(int first, int last) {
    return new PortSet(new int[] {first, last + 1});
  }

  static PortSet union(Collection<PortSet> sets) {
    BitSet all = new BitSet();
    sets.forEach(set -> set.addTo(all));
    return of(all);
  }

  PortSet minus(PortSet other) {
    BitSet rest = new BitSet();
    addTo(rest);
    BitSet others = new BitSet();
    other.addTo(others);
    rest.andNot(others);
    return of(rest);
  }

  private static PortSet of(BitSet ports) {
    int[] turns = new int[2 * ports.cardinality()];
    int count = 0;
    for (int first = ports.nextSetBit(0); first >= 0; first = ports.nextSetBit(turns[count - 1])) {
      turns[count++] = first;
      turns[count++] = ports.nextClearBit(first);
    }
    return new PortSet(Arrays.copyOf(turns, count));
  }

  private void addTo(BitSet ports) {
    for (int i = 0; i < turns.length; i += 2) {
      ports.set(turns[i], turns[i + 1]);
    }
  }

  boolean isEmpty() {
    return turns.length == 0;
  }

  /** Whether every port is in the set. */
  public boolean isAny() {
    return equals(ANY);
  }

  /** How many ports are in the set. */
  public int size() {
    int size = 0;
    for (int i = 0; i < turns.length; i += 2) {
      size += turns[i + 1] - turns[i];
    }
    return size;
  }

  /** Whether a port is in the set. */
  public boolean contains(int port) {
    if (turns.length == 2) {
      return port >= turns[0] && port < turns[1];
    }
    int found = Arrays.binarySearch(turns, port);
    int turnsUpTo = found >= 0 ? found + 1 : -found - 1;
    return (turnsUpTo & 1) != 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortSet set && Arrays.equals(turns, set.turns);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(turns);
  }

  @Override
  public String toString() {
    if (isAny()) {
      return "any";
    }
    StringJoiner ranges = new StringJoiner(",", "[", "]");
    for (int i = 0; i < turns.length; i += 2) {
      ranges.add(turns[i] + ":" + (turns[i + 1] - 1));
    }
    return ranges.toString();
  }
}
