package org.lagroups.node.process;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been opened, closed in the opposite order. One that fails to close does not keep others
 * from it.
 */
final class Closing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  /** Something to close that throws nothing checked. */
  @FunctionalInterface
  interface Ending extends AutoCloseable {
    @Override
    void close();
  }

  private final Deque<Ending> open = new ArrayDeque<>();

  void add(Ending ending) {
    open.push(ending);
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      Ending next = open.pop();
      try {
        next.close();
      } catch (RuntimeException e) {
        LOG.atError().setCause(e).log("something did not close properly");
      }
    }
  }
}
