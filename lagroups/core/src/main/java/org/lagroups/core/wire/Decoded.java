package org.lagroups.core.wire;

/** What became of bytes from a peer. */
public sealed interface Decoded<T> {

  /** They are a value in which every bound holds. */
  record Accepted<T>(T value) implements Decoded<T> {}

  /** They are not. */
  record Refused<T>(Refusal reason) implements Decoded<T> {}
}
