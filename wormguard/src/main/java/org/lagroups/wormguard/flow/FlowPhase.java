package org.lagroups.wormguard.flow;

/** How far a flow has come. */
public enum FlowPhase {
  /** One side has spoken; or TCP without its whole handshake. */
  NEW(0),
  /** Both have spoken; TCP has shaken hands. */
  ESTABLISHED(1),
  /** TCP was ended by both sides, or reset. */
  CLOSED(2);

  private static final FlowPhase[] ALL = values();

  private final int index;

  FlowPhase(int index) {
    this.index = index;
  }

  static FlowPhase at(int index) {
    return ALL[index];
  }

  int index() {
    return index;
  }
}
