package org.lagroups.wormguard.flow.stream;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.flow.Direction;

/** Notes nothing, for tests with many flows. */
final class Discarding implements StreamListener {

  @Override
  public boolean isTold(
      int flow, Direction way, MemorySegment memory, long offset, int length, long place) {
    return false;
  }

  @Override
  public void streamed() {}

  @Override
  public void data(
      int flow, Direction way, MemorySegment memory, long offset, int length, long streamOffset) {}

  @Override
  public void restarted(int flow, Direction way) {}

  @Override
  public void gap(int flow, Direction way, int length, long streamOffset) {}
}
