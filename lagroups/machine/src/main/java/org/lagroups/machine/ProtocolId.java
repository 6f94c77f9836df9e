package org.lagroups.machine;

/**
 * Names a protocol on a link, so that several share it.
 *
 * @param number 1 to 255; 1 to 15 belong to the core, 16 upward to applications
 */
public record ProtocolId(int number) {

  public ProtocolId {
    if (number < 1 || number > 255) {
      throw new IllegalArgumentException("a protocol number is 1 to 255, not " + number);
    }
  }
}
