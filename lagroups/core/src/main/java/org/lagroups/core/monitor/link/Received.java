package org.lagroups.core.monitor.link;

/**
 * What arrived from a node.
 *
 * @param messages how many, 0 or more
 * @param bytes of all of them, 0 or more
 */
public record Received(long messages, long bytes) {

  public Received {
    if (messages < 0 || bytes < 0) {
      throw new IllegalArgumentException(
          "0 messages and bytes or more, not " + messages + " and " + bytes);
    }
  }

  /** One message of so many bytes. */
  public static Received message(long bytes) {
    return new Received(1, bytes);
  }
}
