package org.lagroups.wormguard.flow;

/**
 * Which flows are kept for the same time, and give way together; in the order in which they do.
 * What is not TCP says nothing of its end, so it is kept for less time.
 */
enum FlowList {
  /** TCP that has ended. */
  CLOSED(0, FlowPhase.CLOSED),
  /** Others of which one side has spoken. */
  UNANSWERED(1, FlowPhase.NEW),
  /** TCP without its whole handshake. */
  NEW(2, FlowPhase.NEW),
  /** Others of which both sides have. */
  ANSWERED(3, FlowPhase.ESTABLISHED),
  /** TCP that has shaken hands. */
  ESTABLISHED(4, FlowPhase.ESTABLISHED);

  private static final FlowList[] ALL = values();

  private final int index;
  private final FlowPhase phase;

  FlowList(int index, FlowPhase phase) {
    this.index = index;
    this.phase = phase;
  }

  static FlowList at(int index) {
    return ALL[index];
  }

  int index() {
    return index;
  }

  /** The phase that its flows are in. */
  FlowPhase phase() {
    return phase;
  }
}
