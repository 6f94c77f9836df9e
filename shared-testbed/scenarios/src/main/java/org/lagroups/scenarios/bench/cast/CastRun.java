package org.lagroups.scenarios.bench.cast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.lagroups.scenarios.netlab.LabHost;

/** A file on its way from one node to others. */
final class CastRun {

  private static final double BITS_PER_MBIT = 1e6;
  private static final double BITS_PER_GBIT = 1e9;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long POLL_MILLIS = 50;

  private final CastTrial trial;
  private final Path file;
  private final long bytes;
  private final Map<String, Path> copies;
  private final long cpuBefore;
  private final long sentBefore;
  private final Map<String, Timeline> timelines = new LinkedHashMap<>();
  private long begunNanos;

  /**
   * To begin when all receivers have been told.
   *
   * @param copies where it goes at each receiver
   */
  CastRun(CastTrial trial, Path file, Map<String, Path> copies) throws InterruptedException {
    this.trial = trial;
    this.file = file;
    this.bytes = size(file);
    this.copies = new LinkedHashMap<>(copies);
    this.cpuBefore = cpuNanos();
    this.sentBefore = sentBytes();
  }

  /** All receivers have been told. */
  void begin() {
    begunNanos = System.nanoTime();
  }

  /** When it began. */
  long begunNanos() {
    return begunNanos;
  }

  /** Where it goes at a receiver. */
  Path copy(String receiver) {
    return Objects.requireNonNull(copies.get(receiver));
  }

  /** Nobody waits for this receiver any longer. */
  void forget(String receiver) {
    copies.remove(receiver);
  }

  /** Waits until a receiver has a part of it. */
  void awaitPart(String receiver, double part, long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (timeline(receiver).bytesAt(System.nanoTime()) < part * bytes) {
      if (System.nanoTime() > deadline) {
        throw late(receiver, millis);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /** Waits until all have all of it. */
  void awaitWhole(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (String receiver : copies.keySet()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (!trial.process(receiver).await("whole", Math.max(0, left))) {
        throw late(receiver, millis);
      }
    }
    for (String receiver : copies.keySet()) {
      timelines.put(receiver, timeline(receiver));
    }
  }

  /** How each receiver got it. */
  List<Timeline> timelines() {
    return List.copyOf(timelines.values());
  }

  /** What the last receiver got, from when all were told to receive until it had all. */
  double goodputMbit() {
    long end = timelines.values().stream().mapToLong(Timeline::endNanos).max().orElseThrow();
    double seconds = (double) (end - begunNanos) / TimeUnit.SECONDS.toNanos(1);
    return bytes * Byte.SIZE / BITS_PER_MBIT / seconds;
  }

  /** Bytes that are missing or wrong in the copies. */
  long lostBytes() {
    long lost = 0;
    for (Path copy : copies.values()) {
      try {
        long same = Files.mismatch(file, copy);
        lost += same < 0 ? 0 : bytes - same;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot compare " + copy, e);
      }
    }
    return lost;
  }

  /** How often a receiver got nothing for a second. */
  int pauses() {
    return timelines.values().stream().mapToInt(one -> one.pauses(PAUSE_NANOS)).sum();
  }

  /** Processor time of all nodes for what they all sent, in seconds. */
  double cpuSecondsPerGbit() throws InterruptedException {
    double seconds = (double) (cpuNanos() - cpuBefore) / TimeUnit.SECONDS.toNanos(1);
    return seconds / ((sentBytes() - sentBefore) * Byte.SIZE / BITS_PER_GBIT);
  }

  private Timeline timeline(String receiver) throws InterruptedException {
    return Timeline.parse(trial.process(receiver).ask("progress"));
  }

  /** Of those that run. */
  private long cpuNanos() throws InterruptedException {
    long sum = 0;
    for (LabHost host : trial.hosts()) {
      if (trial.process(host.name()).isAlive()) {
        sum += trial.process(host.name()).number("cpu");
      }
    }
    return sum;
  }

  private long sentBytes() throws InterruptedException {
    long sum = 0;
    for (LabHost host : trial.hosts()) {
      sum += host.traffic().sentBytes();
    }
    return sum;
  }

  private static IllegalStateException late(String receiver, long millis) {
    return new IllegalStateException(
        "%s does not have it after %d s".formatted(receiver, millis / 1_000));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
