package org.lagroups.scenarios.bench.guard.traffic;

import java.io.IOException;

/** Two hosts that speak to each other. */
interface Conversation {

  /**
   * Sends the next packet.
   *
   * @return false if there was none any more
   */
  boolean step(FrameComposer composer) throws IOException;
}
