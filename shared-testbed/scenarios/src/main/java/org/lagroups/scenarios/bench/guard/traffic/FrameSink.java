package org.lagroups.scenarios.bench.guard.traffic;

import java.io.IOException;

/** Takes frames, in the order in which they are on the wire. */
@FunctionalInterface
public interface FrameSink {

  /** The first {@code length} bytes are a frame, only during this call. */
  void frame(byte[] bytes, int length) throws IOException;
}
