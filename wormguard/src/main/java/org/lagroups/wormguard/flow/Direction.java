package org.lagroups.wormguard.flow;

/** Where a packet of a flow goes. */
public enum Direction {
  /** From the client. */
  TO_SERVER,
  /** From the server. */
  TO_CLIENT;

  /** The one with this index. */
  public static Direction at(int index) {
    return index == TO_SERVER.index() ? TO_SERVER : TO_CLIENT;
  }

  /** 0 or 1, for arrays of both. */
  public int index() {
    return this == TO_SERVER ? 0 : 1;
  }

  /** The other one. */
  public Direction reverse() {
    return this == TO_SERVER ? TO_CLIENT : TO_SERVER;
  }
}
