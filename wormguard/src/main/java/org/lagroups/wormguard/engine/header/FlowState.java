package org.lagroups.wormguard.engine.header;

/**
 * What is known of a packet's flow, and kept with it for rules. Asked while that packet is judged,
 * and used again for the next.
 */
public interface FlowState {

  /** A number of its own; 0 for packets that belong to no flow. */
  long id();

  /** Whether the packet goes to the server, which is who did not begin. */
  boolean isTowardsServer();

  /** Whether the packet goes to the client. Neither holds for packets that belong to no flow. */
  boolean isTowardsClient();

  /** TCP: the handshake was seen. Others: packets went both ways. */
  boolean isEstablished();

  /** Whether this packet is the first of the flow in its direction, or belongs to no flow. */
  boolean isFirstOfDirection();

  /** Whether the packet's payload comes as a part of a stream, now or later. */
  boolean isStreamed();

  /** Whether a rule said that nothing more of the flow matters. */
  boolean isPassed();

  /**
   * Says that.
   *
   * @param rule the key of the rule that says so, for as long as it is in force
   */
  void pass(long rule);

  /**
   * Says that nothing of the flow is let through any more.
   *
   * @param rule the key of the rule that says so, for as long as it may block
   */
  void block(long rule);

  /**
   * Whether a bit is set.
   *
   * @param bit from 0, as {@link FlowBitNames} numbers them
   */
  boolean bit(int bit);

  /** Sets a bit, or takes it back. */
  void setBit(int bit, boolean isSet);
}
