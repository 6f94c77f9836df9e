package org.lagroups.scenarios.demo.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lagroups.scenarios.guard.Outbreak;

/**
 * The capture of the outbreak, which gateways filter.
 *
 * @param capture all of it
 * @param clean the same without the worm's packets, which was written apart
 */
record Filtering(Outbreak outbreak, Path capture, Path clean) {

  /** Makes the capture. */
  static Filtering make(Outbreak outbreak, Path folder) throws IOException {
    Path clean = folder.resolve("clean.pcap");
    return new Filtering(outbreak, outbreak.spread(folder.resolve("outbreak.pcap"), clean), clean);
  }

  /** Has a gateway filter it by what is enforced now, and compares what comes out. */
  Pass by(Gateway gateway, String moment) throws IOException {
    Path out = capture.resolveSibling("filtered.pcap");
    long written = gateway.filter(capture, out);
    int worms = outbreak.countIn(out);
    boolean isExact = Files.mismatch(out, worms == 0 ? clean : capture) < 0;
    return new Pass(gateway.name(), moment, outbreak.countIn(capture), written, worms, isExact);
  }
}
