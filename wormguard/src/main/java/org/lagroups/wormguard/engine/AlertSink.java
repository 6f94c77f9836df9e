package org.lagroups.wormguard.engine;

import org.lagroups.wormguard.packet.Packet;

/** Is told of alerts. */
@FunctionalInterface
public interface AlertSink {

  /**
   * Called for each alert of a packet, those of the strongest action first.
   *
   * @param packet holds only during this call
   */
  void alert(Alert alert, Packet packet);
}
