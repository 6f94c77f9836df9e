package org.lagroups.core.group.protocol;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** Remembers who asked to be admitted, so that the application hears of each once in a while. */
final class AskLog {

  /** So many are remembered; the oldest is forgotten first. */
  static final int MAX_REMEMBERED = 64;

  private final long repeatNanos;
  private final SequencedMap<Ask, Long> untilNanos = new LinkedHashMap<>();

  private record Ask(NodeId node, Bytes token) {}

  /** Lets the same request pass again after {@code repeatNanos}. */
  AskLog(long repeatNanos) {
    this.repeatNanos = repeatNanos;
  }

  /** Whether this request is news. */
  boolean isNew(NodeId node, Bytes token, long nowNanos) {
    untilNanos.values().removeIf(until -> until <= nowNanos);
    if (untilNanos.putIfAbsent(new Ask(node, token), nowNanos + repeatNanos) != null) {
      return false;
    }
    if (untilNanos.size() > MAX_REMEMBERED) {
      untilNanos.pollFirstEntry();
    }
    return true;
  }

  /** Whatever the node asks next is news. */
  void forget(NodeId node) {
    untilNanos.keySet().removeIf(ask -> ask.node().equals(node));
  }
}
