package org.lagroups.scenarios.bench.guard.inline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time of the whole machine, the kernel's included, as Linux counts it. */
final class MachineTime {

  private static final Path FILE = Path.of("/proc/stat");

  /** As the kernel tells times to programs, on every architecture that Java is for. */
  private static final double TICKS_PER_SECOND = 100;

  /** user, nice, system, idle, iowait, irq, softirq; behind these is what others took away. */
  private static final int[] BUSY = {1, 2, 3, 6, 7};

  private MachineTime() {}

  /** Seconds that its processors have been busy since it began, of all processors together. */
  static double busySeconds() {
    try {
      return busySeconds(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /** The same of what that file says. */
  static double busySeconds(String text) {
    String[] columns = text.lines().findFirst().orElse("").split("\\s+", -1);
    if (!columns[0].equals("cpu") || columns.length <= BUSY[BUSY.length - 1]) {
      throw new IllegalStateException(FILE + " does not begin with times");
    }
    long ticks = 0;
    for (int column : BUSY) {
      ticks += Long.parseLong(columns[column]);
    }
    return ticks / TICKS_PER_SECOND;
  }
}
