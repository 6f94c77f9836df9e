package org.lagroups.wormguard.learn.evidence;

import org.lagroups.wormguard.packet.IpProtocol;

/** What carries payloads that are learned from. */
public enum PayloadProtocol {
  /** TCP. */
  TCP(IpProtocol.TCP),
  /** UDP. */
  UDP(IpProtocol.UDP);

  private final int number;

  PayloadProtocol(int number) {
    this.number = number;
  }

  /** Its number in IP's headers. */
  public int number() {
    return number;
  }

  /**
   * The one with this number.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static PayloadProtocol of(int number) {
    return switch (number) {
      case IpProtocol.TCP -> TCP;
      case IpProtocol.UDP -> UDP;
      default ->
          throw new IllegalArgumentException("protocol " + number + " is neither TCP nor UDP");
    };
  }
}
