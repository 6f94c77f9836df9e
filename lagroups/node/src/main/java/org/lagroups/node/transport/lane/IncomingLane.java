package org.lagroups.node.transport.lane;

/** What one side has received in a lane: how much, and whether more of it may come now. */
final class IncomingLane {

  private long received;
  private int begun;

  /** The place up to which everything has arrived. */
  long received() {
    return received;
  }

  /** What follows on the connection in use answers the request with this number. */
  void begin(int number) {
    begun = number;
  }

  /** A frame has arrived. Whether it is the next one; otherwise it will come again. */
  boolean take(int number, int messageBytes) {
    if (begun != number) {
      return false;
    }
    received += Framing.HEADER_BYTES + messageBytes;
    return true;
  }
}
