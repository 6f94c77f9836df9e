package org.lagroups.wormguard.eve;

import java.util.Optional;

/**
 * What events say besides what was found.
 *
 * @param interfaceName the interface that packets come from ({@code in_iface}); without one they
 *     come from a file, and events have the number of the frame in it ({@code pcap_cnt})
 * @param firstFlow what is added to the numbers of flows, so that those of two runs differ: from 0
 *     to 2^52
 */
public record EveSettings(Optional<String> interfaceName, long firstFlow) {

  /** So that numbers of flows stay exact in programs that keep numbers as doubles. */
  public static final long MOST_FIRST_FLOW = 1L << 52;

  public EveSettings {
    if (firstFlow < 0 || firstFlow > MOST_FIRST_FLOW) {
      throw new IllegalArgumentException("a first flow of " + firstFlow);
    }
  }
}
