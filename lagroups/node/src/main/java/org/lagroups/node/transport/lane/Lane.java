package org.lagroups.node.transport.lane;

/** One of the two orders in which a session carries messages, each without gap or double. */
public enum Lane {
  ORDERED(FrameKind.ORDERED),
  /** Waits for {@link #ORDERED} wherever both use one connection. */
  BULK(FrameKind.BULK);

  private final FrameKind kind;

  Lane(FrameKind kind) {
    this.kind = kind;
  }

  /** How its messages are marked. */
  public FrameKind kind() {
    return kind;
  }
}
