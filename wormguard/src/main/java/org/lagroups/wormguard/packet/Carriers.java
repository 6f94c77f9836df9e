package org.lagroups.wormguard.packet;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The packets that carry one in tunnels, from the outermost. What they carry may have any
 * addresses, so these mean something only together with the tunnels.
 */
public final class Carriers {

  private static final int KIND = 0;
  private static final int SOURCE_HIGH = 1;
  private static final int SOURCE_LOW = 2;
  private static final int DESTINATION_HIGH = 3;
  private static final int DESTINATION_LOW = 4;
  private static final int FIELDS = 5;

  private static final int TUNNEL_BITS = 4;

  private final long[] fields = new long[PacketDecoder.MAX_LAYERS * FIELDS];
  private int count;

  Carriers() {}

  void clear() {
    count = 0;
  }

  /** Adds a packet that carries the next one. */
  void add(Packet packet) {
    int at = count++ * FIELDS;
    fields[at + KIND] = packet.vlans() << TUNNEL_BITS | packet.tunnel.number();
    fields[at + SOURCE_HIGH] = packet.sourceHigh;
    fields[at + SOURCE_LOW] = packet.sourceLow;
    fields[at + DESTINATION_HIGH] = packet.destinationHigh;
    fields[at + DESTINATION_LOW] = packet.destinationLow;
  }

  /** How many there are: 0 to one less than {@link PacketDecoder#MAX_LAYERS}. */
  public int count() {
    return count;
  }

  /** Which kind of tunnel the carrier is, and in which VLANs. */
  public long kind(int carrier) {
    return fields[carrier * FIELDS + KIND];
  }

  /** The first half of its source's address, as in {@link Packet#sourceHigh()}. */
  public long sourceHigh(int carrier) {
    return fields[carrier * FIELDS + SOURCE_HIGH];
  }

  /** The second half. */
  public long sourceLow(int carrier) {
    return fields[carrier * FIELDS + SOURCE_LOW];
  }

  /** The first half of its destination's address. */
  public long destinationHigh(int carrier) {
    return fields[carrier * FIELDS + DESTINATION_HIGH];
  }

  /** The second half. */
  public long destinationLow(int carrier) {
    return fields[carrier * FIELDS + DESTINATION_LOW];
  }

  /** All that tells these from others, of one direction. */
  public List<Long> copy() {
    return count == 0
        ? List.of()
        : LongStream.of(fields).limit((long) count * FIELDS).boxed().toList();
  }
}
