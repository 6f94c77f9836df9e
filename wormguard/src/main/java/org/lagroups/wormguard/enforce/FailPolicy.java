package org.lagroups.wormguard.enforce;

/** What happens to packets that cannot be judged. */
public enum FailPolicy {
  /** They go on: the network works, without a guard. */
  OPEN,
  /** They do not: nothing passes without being judged. */
  CLOSED;

  /** What is done with such a packet. */
  public Treatment treatment() {
    return this == OPEN ? Treatment.FORWARD : Treatment.DROP;
  }
}
