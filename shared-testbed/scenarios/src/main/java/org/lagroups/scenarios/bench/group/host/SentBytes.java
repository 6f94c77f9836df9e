package org.lagroups.scenarios.bench.group.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lagroups.scenarios.netlab.LabHost;
import org.lagroups.scenarios.netlab.Traffic;

/**
 * What has been sent from and within this process's network namespace: whole packets, headers and
 * acknowledgements included, each counted once.
 */
final class SentBytes {

  private static final Path COUNTERS = Path.of("/proc/self/net/dev");
  private static final String LOOPBACK = "lo";

  private SentBytes() {}

  static long total() {
    try {
      return total(Files.readAllLines(COUNTERS));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + COUNTERS, e);
    }
  }

  static long total(List<String> lines) {
    boolean isJoined =
        lines.stream().anyMatch(line -> line.strip().startsWith(LabHost.OUTWARD + ":"));
    return Traffic.of(LOOPBACK, lines).sentBytes()
        + (isJoined ? Traffic.of(LabHost.OUTWARD, lines).sentBytes() : 0);
  }
}
