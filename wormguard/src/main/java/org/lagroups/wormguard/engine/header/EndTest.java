package org.lagroups.wormguard.engine.header;

import org.lagroups.wormguard.rule.Endpoint;
import org.lagroups.wormguard.rule.address.AddressSet;
import org.lagroups.wormguard.rule.address.PortSet;

/** Whether one end of a packet is as one side of a rule's header says. Immutable. */
final class EndTest {

  private final AddressSet addresses;
  private final PortSet ports;
  private final boolean isAnyAddress;
  private final boolean isAnyPort;

  /**
   * For one side.
   *
   * @param hasPorts whether the rule's protocol does; what it says of them counts for nothing if
   *     not
   */
  EndTest(Endpoint side, boolean hasPorts) {
    this.addresses = side.addresses();
    this.ports = side.ports();
    this.isAnyAddress = addresses.isAny();
    this.isAnyPort = !hasPorts || ports.isAny();
  }

  /** Whether any port will do. */
  boolean isAnyPort() {
    return isAnyPort;
  }

  /** Whether an end is as it says; a packet without ports is at none of those that it names. */
  boolean holds(long high, long low, boolean hasPort, int port) {
    return (isAnyPort || (hasPort && ports.contains(port)))
        && (isAnyAddress || addresses.contains(high, low));
  }
}
