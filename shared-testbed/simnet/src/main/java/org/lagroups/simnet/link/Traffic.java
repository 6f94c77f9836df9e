package org.lagroups.simnet.link;

import java.util.Arrays;

/**
 * What a node sent and received since it was added, over all its lives. Bytes are those of
 * messages, without the headers of a real transport.
 */
public final class Traffic {

  private long[] sentBytes = new long[0];
  private long[] sentMessages = new long[0];
  private long[] receivedBytes = new long[0];
  private long[] receivedMessages = new long[0];

  Traffic() {}

  /** Bytes of the messages taken for sending. */
  public long sentBytes() {
    return Arrays.stream(sentBytes).sum();
  }

  /** Bytes of a protocol's messages taken for sending. */
  public long sentBytes(int protocol) {
    return at(sentBytes, protocol);
  }

  public long sentMessages() {
    return Arrays.stream(sentMessages).sum();
  }

  public long sentMessages(int protocol) {
    return at(sentMessages, protocol);
  }

  /** Bytes of the messages that arrived. */
  public long receivedBytes() {
    return Arrays.stream(receivedBytes).sum();
  }

  /** Bytes of a protocol's messages that arrived. */
  public long receivedBytes(int protocol) {
    return at(receivedBytes, protocol);
  }

  public long receivedMessages() {
    return Arrays.stream(receivedMessages).sum();
  }

  public long receivedMessages(int protocol) {
    return at(receivedMessages, protocol);
  }

  void sent(int protocol, int bytes) {
    makeRoom(protocol);
    sentBytes[protocol] += bytes;
    sentMessages[protocol]++;
  }

  void received(int protocol, int bytes) {
    makeRoom(protocol);
    receivedBytes[protocol] += bytes;
    receivedMessages[protocol]++;
  }

  private void makeRoom(int protocol) {
    if (protocol >= sentBytes.length) {
      sentBytes = Arrays.copyOf(sentBytes, protocol + 1);
      sentMessages = Arrays.copyOf(sentMessages, protocol + 1);
      receivedBytes = Arrays.copyOf(receivedBytes, protocol + 1);
      receivedMessages = Arrays.copyOf(receivedMessages, protocol + 1);
    }
  }

  private static long at(long[] counts, int protocol) {
    return protocol < counts.length ? counts[protocol] : 0;
  }
}
