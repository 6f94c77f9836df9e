package org.lagroups.wormguard.rule.packet;

/** Which part of which flows ({@code flow}). */
public record FlowSide(Towards towards, State state, Unit unit) implements PacketCondition {

  /** Where a packet goes; the client is who sent the flow's first packet. */
  public enum Towards {
    /** Either way. */
    ANY,
    /** {@code to_server}, {@code from_client}. */
    SERVER,
    /** {@code to_client}, {@code from_server}. */
    CLIENT
  }

  /** What has become of the flow before the packet. */
  public enum State {
    /** Anything; or {@code stateless}. */
    ANY,
    /** TCP whose handshake was seen, or packets went both ways: {@code established}. */
    ESTABLISHED,
    /** Anything else: {@code not_established}. */
    NOT_ESTABLISHED
  }

  /** What is looked at. */
  public enum Unit {
    /** Packets and the stream that they make. */
    ANY,
    /** {@code only_stream}. */
    STREAM,
    /** {@code no_stream}. */
    PACKET
  }
}
