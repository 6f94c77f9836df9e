package org.lagroups.fileshare.wire;

/**
 * What came of reading a message.
 *
 * @param <T> the message
 */
public sealed interface Decoded<T> {

  /** It is one. */
  record Accepted<T>(T message) implements Decoded<T> {}

  /** It is none. */
  record Refused<T>(WireRefusal reason) implements Decoded<T> {}
}
