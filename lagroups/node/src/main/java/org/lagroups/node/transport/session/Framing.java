package org.lagroups.node.transport.session;

import org.lagroups.machine.Environment;

/**
 * How messages lie in a stream: one byte protocol number, three bytes length (big-endian), then the
 * message. Protocol number 0 is the session's own.
 */
public final class Framing {

  /** Bytes in front of each message. */
  public static final int HEADER_BYTES = 4;

  /** The protocol number of the session's own messages. */
  public static final int SESSION_PROTOCOL = 0;

  /** The longest message in bytes. */
  public static final int MAX_MESSAGE_BYTES = Environment.MAX_MESSAGE_BYTES;

  private Framing() {}

  static int header(int protocol, int length) {
    return (protocol << 24) | length;
  }

  static int protocol(int header) {
    return header >>> 24;
  }

  static int length(int header) {
    return header & 0xffffff;
  }
}
