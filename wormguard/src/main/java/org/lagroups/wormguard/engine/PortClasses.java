package org.lagroups.wormguard.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.wormguard.rule.address.PortSet;

/** Which ports some sets tell apart: those of a class are in the same of them. Immutable. */
final class PortClasses {

  /** The most classes. */
  static final int MOST = 16;

  /** All ports in one class. */
  static final PortClasses ONE =
      new PortClasses(List.of(), new byte[PortSet.MAX_PORT + 1], new int[] {0});

  private final List<PortSet> sets;
  private final byte[] classes;
  private final int count;
  private final int usual;
  private final Map<PortSet, Integer> classesOfSets = new HashMap<>();

  private PortClasses(List<PortSet> sets, byte[] classes, int[] firstPorts) {
    this.sets = sets;
    this.classes = classes;
    this.count = firstPorts.length;
    this.usual = largest(classes, count);
    for (PortSet set : sets) {
      int within = 0;
      for (int i = 0; i < count; i++) {
        within |= set.contains(firstPorts[i]) ? 1 << i : 0;
      }
      classesOfSets.put(set, within);
    }
  }

  /** These, and one more set; or these alone if that makes more than {@link #MOST} classes. */
  PortClasses with(PortSet set) {
    Map<Integer, Integer> halves = new HashMap<>();
    byte[] next = new byte[classes.length];
    int[] firstPorts = new int[MOST];
    for (int port = 0; port < classes.length; port++) {
      int half = 2 * classes[port] + (set.contains(port) ? 1 : 0);
      Integer known = halves.get(half);
      if (known == null) {
        known = halves.size();
        if (known == MOST) {
          return this;
        }
        halves.put(half, known);
        firstPorts[known] = port;
      }
      next[port] = known.byteValue();
    }
    List<PortSet> more = new ArrayList<>(sets);
    more.add(set);
    return new PortClasses(List.copyOf(more), next, Arrays.copyOf(firstPorts, halves.size()));
  }

  /** How many classes there are; they are counted from 0. */
  int count() {
    return count;
  }

  /** The class of a port. */
  int of(int port) {
    return classes[port];
  }

  /** The class that most ports are of. */
  int usual() {
    return usual;
  }

  /**
   * The classes whose ports may be in a set, as bits: all of them, if it does not tell any apart.
   */
  int of(PortSet set) {
    return classesOfSets.getOrDefault(set, (1 << count) - 1);
  }

  private static int largest(byte[] classes, int count) {
    int[] sizes = new int[count];
    for (byte each : classes) {
      sizes[each]++;
    }
    int largest = 0;
    for (int i = 1; i < count; i++) {
      largest = sizes[i] > sizes[largest] ? i : largest;
    }
    return largest;
  }
}
