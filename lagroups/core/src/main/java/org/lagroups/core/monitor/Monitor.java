package org.lagroups.core.monitor;

import java.util.function.Consumer;

/**
 * A kind of test by which a node decides to whom it attests (paper, section 2.2: "Stateful
 * end-to-end monitoring"). A monitor applies its own hysteresis: each verdict it gives is meant to
 * be acted on.
 */
@FunctionalInterface
public interface Monitor {

  /**
   * Begins to test a node, until the test is closed.
   *
   * @param onChange called with every verdict that differs from the one before, never from within
   *     this call or after {@link OngoingTest#close}; a changed measurement is a new verdict only
   *     if it changed by a lot
   */
  OngoingTest start(Subject subject, Consumer<Verdict> onChange);
}
