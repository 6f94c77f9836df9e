package org.lagroups.scenarios.bench.group.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What has passed over the loopback interface of this process's network namespace: whole IP
 * packets, headers and acknowledgements included, each counted once.
 */
final class LoopbackBytes {

  private static final Path COUNTERS = Path.of("/proc/self/net/dev");
  private static final String INTERFACE = "lo:";

  /** The column of bytes sent, in the order of the file. */
  private static final int SENT = 8;

  private LoopbackBytes() {}

  static long sent() {
    try {
      return sent(Files.readAllLines(COUNTERS));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + COUNTERS, e);
    }
  }

  static long sent(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> line.startsWith(INTERFACE))
        .map(line -> line.substring(INTERFACE.length()).strip().split("\\s+", -1))
        .mapToLong(columns -> Long.parseLong(columns[SENT]))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no loopback interface"));
  }
}
