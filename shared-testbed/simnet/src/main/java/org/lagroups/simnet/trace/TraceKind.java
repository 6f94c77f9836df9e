package org.lagroups.simnet.trace;

/** What a line of a trace tells. */
public enum TraceKind {
  /** A node began. */
  START("start"),
  /** A node ended at once, as if killed. */
  KILL("kill"),
  /** A node's process ended at once, but not its host. */
  CRASH("crash"),
  /** A node ended in order. */
  STOP("stop"),
  /** A node stood still. */
  PAUSE("pause"),
  /** A node went on after standing still. */
  RESUME("resume"),
  /** A timer fired. */
  TIMER("timer"),
  /** A message was taken for sending. */
  SEND("send"),
  /** A message was not taken: no link or a full queue. */
  REFUSE("refuse"),
  /** A message arrived. */
  RECEIVE("receive"),
  /** A message was lost. */
  LOSE("lose"),
  /** A node dials a peer. */
  DIAL("dial"),
  /** A link came up at a node. */
  UP("up"),
  /** A link went down at a node. */
  DOWN("down"),
  /** A link is in doubt at a node. */
  DOUBT("doubt"),
  /** A word from the script of the test. */
  NOTE("note");

  private final String word;

  TraceKind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  int code() {
    return word.hashCode();
  }
}
