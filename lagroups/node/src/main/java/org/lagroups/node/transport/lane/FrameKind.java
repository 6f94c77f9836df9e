package org.lagroups.node.transport.lane;

import java.util.Optional;

/** How a message in a stream is delivered. */
public enum FrameKind {
  ORDERED(0),
  BULK(1),
  /** May be lost; in a stream only while no carrier of datagrams is up. */
  DATAGRAM(2);

  private final int code;

  FrameKind(int code) {
    this.code = code;
  }

  /** On the wire: 0 to 15. */
  int code() {
    return code;
  }

  static Optional<FrameKind> of(int code) {
    return switch (code) {
      case 0 -> Optional.of(ORDERED);
      case 1 -> Optional.of(BULK);
      case 2 -> Optional.of(DATAGRAM);
      default -> Optional.empty();
    };
  }
}
