package org.lagroups.wormguard.capture;

import java.lang.foreign.MemorySegment;

/** What is in a file that is no capture. */
final class NoFrames extends Frames {

  NoFrames(MemorySegment file, String why) {
    super(file);
    damaged(0, why);
  }

  @Override
  boolean advance() {
    return false;
  }
}
