package org.lagroups.wormguard.rule.address;

import java.util.BitSet;
import java.util.Collection;

/** An immutable set of ports. */
public final class PortSet {

  /** The greatest port. */
  public static final int MAX_PORT = 65_535;

  /** All. */
  public static final PortSet ANY = range(0, MAX_PORT);

  private final BitSet ports;

  private PortSet(BitSet ports) {
    this.ports = ports;
  }

  /** The ports from one to another, both included. */
  static PortSet range(int first, int last) {
    BitSet ports = new BitSet();
    ports.set(first, last + 1);
    return new PortSet(ports);
  }

  static PortSet union(Collection<PortSet> sets) {
    BitSet all = new BitSet();
    sets.forEach(set -> all.or(set.ports));
    return new PortSet(all);
  }

  PortSet minus(PortSet other) {
    BitSet rest = (BitSet) ports.clone();
    rest.andNot(other.ports);
    return new PortSet(rest);
  }

  boolean isEmpty() {
    return ports.isEmpty();
  }

  /** Whether every port is in the set. */
  public boolean isAny() {
    return ports.cardinality() > MAX_PORT;
  }

  /** How many ports are in the set. */
  public int size() {
    return ports.cardinality();
  }

  /** Whether a port is in the set. */
  public boolean contains(int port) {
    return ports.get(port);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortSet set && ports.equals(set.ports);
  }

  @Override
  public int hashCode() {
    return ports.hashCode();
  }

  @Override
  public String toString() {
    return isAny() ? "any" : ports.toString();
  }
}
