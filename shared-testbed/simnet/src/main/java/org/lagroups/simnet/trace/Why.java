package org.lagroups.simnet.trace;

/** Why a message was refused or lost, or a link went down. */
public enum Why {
  /** Nothing to explain. */
  NONE(""),
  /** By chance, as the conditions of the path say. */
  LOSS("loss"),
  /** The path is cut. */
  CUT("cut"),
  /** There is no link, or there no longer is. */
  NO_LINK("no link"),
  /** The bounded queue is full. */
  QUEUE_FULL("queue full"),
  /** The peer runs no such protocol. */
  NO_PROTOCOL("no such protocol"),
  /** Nothing was heard of the peer for the idle time-out. */
  IDLE("idle"),
  /** One side ended the link in order. */
  CLOSED("closed"),
  /** The peer answered that it knows of no such link. */
  RESET("reset"),
  /** The peer, who had forgotten the link, made a new one. */
  REPLACED("replaced");

  private final String words;

  Why(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
