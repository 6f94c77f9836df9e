package org.lagroups.wormguard.capture;

import java.lang.foreign.MemorySegment;

/** A capture that is in memory as a whole. */
record MemorySource(MemorySegment memory) implements CaptureSource {

  @Override
  public long size() {
    return memory.byteSize();
  }

  @Override
  public boolean has(long at, int length) {
    return at + length <= size();
  }

  @Override
  public long bring(long at, int length) {
    return at;
  }
}
