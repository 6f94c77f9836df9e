package org.lagroups.multicast.runtime.input;

import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.StreamProblem;

/** What an input tells. After its end or a failure comes nothing more. */
public sealed interface InputEvent {

  /** The next bytes, in order; never none. */
  record Piece(Bytes bytes) implements InputEvent {}

  /**
   * Pieces are asked for, and nothing has come for a while. Told once until something comes.
   *
   * @param forMillis how long
   */
  record Silent(long forMillis) implements InputEvent {}

  /** Something came that is not MPEG-TS, where only that is taken. Told once. */
  record Foreign(StreamProblem problem) implements InputEvent {}

  /** That was all. */
  record Ended() implements InputEvent {}

  /** It cannot be read any more. */
  record Failed(StreamProblem problem) implements InputEvent {}
}
