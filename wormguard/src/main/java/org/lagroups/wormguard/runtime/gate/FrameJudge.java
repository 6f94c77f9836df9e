package org.lagroups.wormguard.runtime.gate;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.enforce.Treatment;

/** Says what is done with frames, one after another, for one thread. */
public interface FrameJudge {

  /**
   * Judges an Ethernet frame. What it throws is a fault of this program, which the bridge bears as
   * it is to fail.
   *
   * @param memory holds it until this returns
   * @param nanos when it came, in nanoseconds since 1970
   */
  Treatment judge(MemorySegment memory, long offset, int length, long nanos);

  /** Called ten times a second or so, between frames, for what is to be done now and then. */
  void tend(long nanos);
}
