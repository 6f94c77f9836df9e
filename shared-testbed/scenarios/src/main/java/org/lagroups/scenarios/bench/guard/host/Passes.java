package org.lagroups.scenarios.bench.guard.host;

import org.lagroups.wormguard.capture.PcapFile;

/** Goes through captures. Used by one thread. */
interface Passes extends AutoCloseable {

  /** Goes through all of a capture; its time is left 0. */
  Pass pass(PcapFile file);

  @Override
  void close();
}
