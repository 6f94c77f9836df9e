package org.lagroups.wormguard.flow;

/** How far a flow has come. */
public enum FlowPhase {
  /** One side has spoken; or TCP without its whole handshake. */
  NEW,
  /** Both have spoken; TCP has shaken hands. */
  ESTABLISHED,
  /** TCP was ended by both sides, or reset. */
  CLOSED
}
