package org.lagroups.multicast.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of the trees over which a source sends.
 *
 * @param rate what is sent over it, in the unit of the capacities; more than 0
 * @param parents for each receiver, the node it receives from
 */
public record RelayTree<V>(double rate, Map<V, V> parents) {

  public RelayTree {
    parents = Collections.unmodifiableMap(new LinkedHashMap<>(parents));
  }

  /** Over how many links data comes to a receiver; 0 for the source. */
  public int hops(V node) {
    int hops = 0;
    V at = parents.get(node);
    while (at != null) {
      hops++;
      at = parents.get(at);
    }
    return hops;
  }

  /** The most hops to a receiver. */
  public int depth() {
    return parents.keySet().stream().mapToInt(this::hops).max().orElse(0);
  }
}
