package org.lagroups.multicast.runtime.output;

import org.lagroups.multicast.runtime.end.StreamProblem;

/** What an output tells. */
public sealed interface OutputEvent {

  /** A payload was not taken, since too much waits. Told once until there is room. */
  record Slow() implements OutputEvent {}

  /** It takes payloads again. */
  record Room() implements OutputEvent {}

  /** A player came, or went. */
  record Player(String from, Change change) implements OutputEvent {

    /** What a player did. */
    public enum Change {
      /** It watches from now on. */
      CAME,
      /** It went by itself. */
      WENT,
      /** It took less than there was, and was let go. */
      TOO_SLOW
    }
  }

  /** The last: nothing is told after it. */
  sealed interface Last extends OutputEvent {}

  /** Everything has gone out. */
  record Finished() implements Last {}

  /** Who read it went away: that is no failure. */
  record ReaderGone() implements Last {}

  /** Nothing more goes out. */
  record Failed(StreamProblem problem) implements Last {}
}
