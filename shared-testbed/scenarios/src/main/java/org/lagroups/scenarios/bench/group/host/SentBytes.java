package org.lagroups.scenarios.bench.group.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What has been sent from and within this process's network namespace: whole packets, headers and
 * acknowledgements included, each counted once.
 */
public final class SentBytes {

  /** The interface by which a namespace is joined with others, if it is. */
  public static final String OUTWARD = "net0";

  private static final Path COUNTERS = Path.of("/proc/self/net/dev");
  private static final String LOOPBACK = "lo";

  /** The column of bytes sent, in the order of the file. */
  private static final int SENT = 8;

  private SentBytes() {}

  static long total() {
    try {
      return total(Files.readAllLines(COUNTERS));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + COUNTERS, e);
    }
  }

  static long total(List<String> lines) {
    if (lines.stream().noneMatch(line -> isOf(LOOPBACK, line))) {
      throw new IllegalStateException("there is no loopback interface");
    }
    return lines.stream()
        .filter(line -> isOf(LOOPBACK, line) || isOf(OUTWARD, line))
        .map(line -> line.substring(line.indexOf(':') + 1).strip().split("\\s+", -1))
        .mapToLong(columns -> Long.parseLong(columns[SENT]))
        .sum();
  }

  private static boolean isOf(String name, String line) {
    return line.strip().startsWith(name + ":");
  }
}
