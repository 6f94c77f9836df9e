package org.lagroups.core.robust.raft;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps what leaves the node, to peers and to the application, until all that was written before is
 * durable. So the library may take a write for done at once: as nothing of what follows is seen
 * outside, a node that is killed meanwhile was killed before it.
 */
final class HeldBack {

  /** The most actions kept; beyond, messages are dropped, which Raft says again. */
  static final int MAX_HELD = 1_024;

  private final Deque<Held> held = new ArrayDeque<>();
  private long written;
  private long durable;

  private record Held(long afterWrite, Runnable action) {}

  /** Something is going to be written; what comes after has to wait for it. */
  long beginWrite() {
    return ++written;
  }

  /** This write is durable, and so are all before it. */
  void becameDurable(long write) {
    durable = Math.max(durable, write);
    for (Held first = held.peek();
        first != null && first.afterWrite() <= durable;
        first = held.peek()) {
      held.remove();
      first.action().run();
    }
  }

  /** Sends a message when it may leave. */
  void send(Runnable message) {
    if (held.size() < MAX_HELD) {
      tell(message);
    }
  }

  /** Does something when it may be seen. */
  void tell(Runnable action) {
    if (durable == written) {
      action.run();
    } else {
      held.add(new Held(written, action));
    }
  }
}
