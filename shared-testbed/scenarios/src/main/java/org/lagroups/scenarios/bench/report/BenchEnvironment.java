package org.lagroups.scenarios.bench.report;

import java.time.Instant;

/**
 * Where a benchmark ran: without it a figure means nothing.
 *
 * @param when start, in UTC
 * @param os name, version and architecture
 * @param cores processors that the JVM may use
 * @param memoryMegabytes the JVM's largest heap
 * @param java version and vendor
 */
public record BenchEnvironment(
    String when, String os, int cores, long memoryMegabytes, String java) {

  /** This machine, now. */
  public static BenchEnvironment here() {
    Runtime runtime = Runtime.getRuntime();
    return new BenchEnvironment(
        Instant.now().toString(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        runtime.availableProcessors(),
        runtime.maxMemory() / (1024 * 1024),
        System.getProperty("java.version") + " " + System.getProperty("java.vendor"));
  }
}
