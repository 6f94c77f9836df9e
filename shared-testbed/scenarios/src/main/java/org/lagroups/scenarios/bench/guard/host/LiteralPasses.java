package org.lagroups.scenarios.bench.guard.host;

import org.lagroups.scenarios.bench.guard.peer.BarePayloads;
import org.lagroups.scenarios.bench.guard.peer.LiteralSearch;
import org.lagroups.wormguard.capture.Frames;
import org.lagroups.wormguard.capture.PcapFile;

/** Looks for literals in each payload, and nothing else. */
final class LiteralPasses implements Passes {

  private final LiteralSearch search;

  LiteralPasses(LiteralSearch search) {
    this.search = search;
  }

  @Override
  public Pass pass(PcapFile file) {
    Frames frames = file.frames();
    BarePayloads payloads = new BarePayloads(frames);
    long found = 0;
    while (payloads.next()) {
      if (search.search(payloads.memory(), payloads.offset(), payloads.length())) {
        found++;
      }
    }
    return new Pass(frames.count(), found, 0, 0);
  }

  @Override
  public void close() {
    search.close();
  }
}
