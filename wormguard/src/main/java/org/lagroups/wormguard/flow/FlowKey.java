package org.lagroups.wormguard.flow;

import org.lagroups.wormguard.packet.Carriers;
import org.lagroups.wormguard.packet.Packet;

/**
 * What tells flows apart, taken from one packet after another: addresses, ports, protocol, version
 * of IP (an IPv6 address may look like a mapped one), and VLANs and tunnels, since networks that
 * are kept apart may use the same addresses. Its hash is the same both ways, and keyed, so that
 * nobody who does not know the keys can make flows meet in one place.
 */
final class FlowKey {

  private static final long MIX = 0x9e3779b97f4a7c15L;
  private static final int PORT_BITS = 16;

  /** What IPv4 addresses have before their 32 bits. */
  private static final int MAPPED = 0xffff;

  private static final int CARRIED_BITS = 47;

  /** Says that a packet came in a tunnel; no VLANs have such a number. */
  private static final long CARRIED = 1L << CARRIED_BITS;

  private final long addressKey;
  private final long lastKey;

  long sourceHigh;
  long sourceLow;
  long destinationHigh;
  long destinationLow;
  long kind;

  /** The same both ways. */
  int hash;

  /** As {@link FlowRecords#hashAndPorts} of a flow whose client is the source, or the other one. */
  long ofClientAtSource;

  long ofClientAtDestination;

  private boolean isOfFlow;

  FlowKey(long addressKey, long lastKey) {
    this.addressKey = addressKey;
    this.lastKey = lastKey;
  }

  /** Turns to a packet, which need not have a flow: see {@link #isOfFlow}. */
  void take(Packet packet) {
    isOfFlow = packet.ipVersion() != 0 && packet.transportOffset() >= 0;
    if (!isOfFlow) {
      return;
    }
    sourceHigh = packet.sourceHigh();
    sourceLow = packet.sourceLow();
    destinationHigh = packet.destinationHigh();
    destinationLow = packet.destinationLow();
    long network = packet.carriers().count() == 0 ? packet.vlans() : CARRIED | carriedIn(packet);
    kind = network << 16 | (long) packet.ipVersion() << 8 | packet.protocol();
    int sourcePort = packet.sourcePort();
    int destinationPort = packet.destinationPort();
    hash = ofBothWays(sourcePort, destinationPort);
    ofClientAtSource = FlowRecords.hashAndPorts(hash, sourcePort, destinationPort);
    ofClientAtDestination = FlowRecords.hashAndPorts(hash, destinationPort, sourcePort);
  }

  /**
   * Whether the packet has a flow: not a fragment, nor one without IP. Nothing else holds if not.
   */
  boolean isOfFlow() {
    return isOfFlow;
  }

  /** The number of a protocol that a kind has. */
  static int protocol(long kind) {
    return (int) (kind & 0xff);
  }

  /** The version of IP that a kind has. */
  static int ipVersion(long kind) {
    return (int) (kind >>> 8 & 0xff);
  }

  private int ofBothWays(int sourcePort, int destinationPort) {
    long one = endpoint(sourceHigh, sourceLow, sourcePort);
    long other = endpoint(destinationHigh, destinationLow, destinationPort);
    long both = mix(Math.min(one, other) ^ lastKey, Math.max(one, other) ^ addressKey);
    return (int) (mix(both ^ lastKey, kind) >>> Integer.SIZE);
  }

  /** Of IPv4 it is address and port themselves, which a number of 64 bits has room for. */
  private long endpoint(long high, long low, int port) {
    if (high == 0 && low >>> Integer.SIZE == MAPPED) {
      return low << PORT_BITS | port;
    }
    return mix(mix(high ^ addressKey, low ^ lastKey) ^ addressKey, (long) port << PORT_BITS | 1);
  }

  /**
   * A number of 47 bits for tunnels, the same both ways, that nobody without the keys can aim at.
   */
  private long carriedIn(Packet packet) {
    Carriers carriers = packet.carriers();
    long all = mix(packet.vlans() ^ addressKey, lastKey);
    for (int i = 0; i < carriers.count(); i++) {
      long one = endpoint(carriers.sourceHigh(i), carriers.sourceLow(i), 0);
      long other = endpoint(carriers.destinationHigh(i), carriers.destinationLow(i), 0);
      long both = mix(Math.min(one, other) ^ lastKey, Math.max(one, other) ^ carriers.kind(i));
      all = mix(all ^ addressKey, both);
    }
    return all >>> (Long.SIZE - CARRIED_BITS);
  }

  /** Folds a product of 128 bits, as many fast hashes do; no product is lost to a factor of 0. */
  private static long mix(long a, long b) {
    long x = a ^ MIX;
    long y = b + Long.rotateLeft(MIX, 31);
    long folded = x * y ^ Math.unsignedMultiplyHigh(x, y);
    return folded ^ a ^ Long.rotateLeft(b, 17);
  }
}
