package org.lagroups.core.group.protocol;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Calls listeners, in order, once the state is consistent. What a listener causes is told after
 * what is being told.
 */
final class Notifications {

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean delivering;

  void add(Runnable call) {
    waiting.add(call);
  }

  /** Calls everyone, unless that is going on already. */
  void deliver() {
    if (delivering) {
      return;
    }
    delivering = true;
    try {
      for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
        next.run();
      }
    } finally {
      delivering = false;
    }
  }
}
