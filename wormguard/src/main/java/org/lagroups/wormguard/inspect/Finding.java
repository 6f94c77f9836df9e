package org.lagroups.wormguard.inspect;

import java.util.Optional;
import org.lagroups.wormguard.engine.Alert;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.FlowTable;
import org.lagroups.wormguard.packet.Packet;

/** An alert, with the packet and the flow that it is about. */
public final class Finding {

  private final FlowTable flows;
  private final Alert alert;
  private final Packet packet;
  private final int slot;
  private final Direction direction;
  private final Carrier carrier;
  private final long frame;
  private final boolean isStandIn;

  Finding(
      FlowTable flows,
      Alert alert,
      Packet packet,
      int slot,
      Direction direction,
      Carrier carrier,
      long frame,
      boolean isStandIn) {
    this.flows = flows;
    this.alert = alert;
    this.packet = packet;
    this.slot = slot;
    this.direction = direction;
    this.carrier = carrier;
    this.frame = frame;
    this.isStandIn = isStandIn;
  }

  public Alert alert() {
    return alert;
  }

  /** The packet at which the rule was found to hold. */
  public Packet packet() {
    return packet;
  }

  /**
   * Whether {@link #packet()} was made up, of headers only: what the rule holds for had waited in
   * the stream, and it was the other side, or the end of the flow, that made it known.
   */
  public boolean isStandIn() {
    return isStandIn;
  }

  /** The number of the frame that was looked at, from 1. */
  public long frame() {
    return frame;
  }

  /** What carried the packet in a tunnel, if something did; holds as long as this. */
  public Optional<Carrier> carrier() {
    return isStandIn || carrier.depth() == 0 ? Optional.empty() : Optional.of(carrier);
  }

  /** Whether the packet belongs to a flow; nothing below may be asked if not. */
  public boolean hasFlow() {
    return slot != FlowTable.NONE;
  }

  /** Which way the packet goes. */
  public Direction direction() {
    return direction;
  }

  /** When the flow began, in nanoseconds since 1970. */
  public long flowSinceNanos() {
    return flows.firstNanos(slot);
  }

  /** How many packets of the flow went a way so far. */
  public long flowPackets(Direction way) {
    return flows.packets(slot, way);
  }

  /** How many bytes these had. */
  public long flowBytes(Direction way) {
    return flows.bytes(slot, way);
  }

  /** The first half of the client's address, as in {@link Packet#sourceHigh()}. */
  public long clientHigh() {
    return flows.clientHigh(slot);
  }

  /** The second half. */
  public long clientLow() {
    return flows.clientLow(slot);
  }

  /** The first half of the server's address. */
  public long serverHigh() {
    return flows.serverHigh(slot);
  }

  /** The second half. */
  public long serverLow() {
    return flows.serverLow(slot);
  }

  /** The client's port; 0 where the protocol has none. */
  public int clientPort() {
    return flows.clientPort(slot);
  }

  /** The server's port; 0 where the protocol has none. */
  public int serverPort() {
    return flows.serverPort(slot);
  }
}
