package org.lagroups.core.group.protocol;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.lagroups.machine.NodeId;

/**
 * Who says that it does not belong to the group. One word is not enough: it may have been on its
 * way since before its sender joined. Whoever says so again, after a while in which it has said
 * nothing else about the group, is believed.
 */
final class Denials {

  /** The while between two denials is this part of a T_a. */
  static final int GRACES_PER_VALIDITY = 12;

  private final long graceNanos;
  private final Map<NodeId, Long> firstNanos = new TreeMap<>();

  Denials(long validityMillis) {
    graceNanos = TimeUnit.MILLISECONDS.toNanos(validityMillis) / GRACES_PER_VALIDITY;
  }

  /**
   * A node denies.
   *
   * @param matters of whom it matters at all; of others nothing is remembered
   * @return whether it is to be believed
   */
  boolean heard(NodeId node, Predicate<NodeId> matters, long nowNanos) {
    firstNanos.keySet().removeIf(matters.negate());
    if (!matters.test(node)) {
      return false;
    }
    Long first = firstNanos.putIfAbsent(node, nowNanos);
    return first != null && nowNanos - first >= graceNanos;
  }

  /** A node speaks of the group: it belongs to it. */
  void contradicted(NodeId node) {
    firstNanos.remove(node);
  }
}
