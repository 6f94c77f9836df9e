package org.lagroups.scenarios.bench.guard.traffic;

import java.util.Arrays;

/** Counts while a capture is made. */
final class CaptureTally {

  long frames;
  long bytes;
  long fragments;
  long vlan;
  long ipv6;
  long retransmitted;
  long reordered;
  int conversations;

  private long packets;
  private long tcp;
  private long payloads;
  private long payloadBytes;
  private long planted;
  private final long[] wholes;

  CaptureTally(int rules) {
    wholes = new long[rules];
  }

  void packet(boolean isTcp, int payload) {
    packets++;
    tcp += isTcp ? 1 : 0;
    if (payload > 0) {
      payloads++;
      payloadBytes += payload;
    }
  }

  void planted(int sid, boolean isWhole) {
    planted++;
    if (isWhole) {
      wholes[sid - 1]++;
    }
  }

  CaptureFacts facts() {
    return new CaptureFacts(
        frames,
        bytes,
        packets,
        tcp,
        payloads,
        payloadBytes,
        conversations,
        fragments,
        vlan,
        ipv6,
        retransmitted,
        reordered,
        planted,
        Arrays.stream(wholes).boxed().toList());
  }
}
