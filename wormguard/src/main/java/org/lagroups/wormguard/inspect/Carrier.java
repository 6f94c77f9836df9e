package org.lagroups.wormguard.inspect;

import org.lagroups.wormguard.packet.Packet;

/** The packet that carries another one in a tunnel; the innermost of them, if there are several. */
public final class Carrier {

  private int depth;
  private long sourceHigh;
  private long sourceLow;
  private long destinationHigh;
  private long destinationLow;
  private int sourcePort;
  private int destinationPort;
  private int protocol;

  Carrier() {}

  /** Forgets the carriers of the frame before. */
  void clear() {
    depth = 0;
  }

  /** Notes one more packet that carries another. */
  void add(Packet packet) {
    depth++;
    sourceHigh = packet.sourceHigh();
    sourceLow = packet.sourceLow();
    destinationHigh = packet.destinationHigh();
    destinationLow = packet.destinationLow();
    sourcePort = packet.sourcePort();
    destinationPort = packet.destinationPort();
    protocol = packet.protocol();
  }

  /** How many packets carry the one inside, each in the one before. */
  public int depth() {
    return depth;
  }

  /** The first half of the source's address, as in {@link Packet#sourceHigh()}. */
  public long sourceHigh() {
    return sourceHigh;
  }

  /** The second half. */
  public long sourceLow() {
    return sourceLow;
  }

  /** The first half of the destination's address. */
  public long destinationHigh() {
    return destinationHigh;
  }

  /** The second half. */
  public long destinationLow() {
    return destinationLow;
  }

  /** The source's port; 0 without. */
  public int sourcePort() {
    return sourcePort;
  }

  /** The destination's port; 0 without. */
  public int destinationPort() {
    return destinationPort;
  }

  /** The number of what IP carries. */
  public int protocol() {
    return protocol;
  }
}
