package org.lagroups.multicast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Commands that each run in a process and a home of their own, until {@link #close}. */
final class CastProcesses {

  private static final String OUTPUT = "received.bin";

  private final Path folder;
  private final List<CastProcess> processes = new ArrayList<>();

  CastProcesses(Path folder) {
    this.folder = folder;
  }

  /** {@code lag cast ARGUMENTS}. */
  CastProcess start(String name, String... arguments) throws IOException {
    CastProcess process = CastProcess.start(folder.resolve(name), arguments);
    processes.add(process);
    return process;
  }

  /** Somebody who receives to {@link #output}. */
  CastProcess receive(String name, String link) throws IOException {
    return start(name, "receive", link, "--output", output(name).toString());
  }

  Path output(String name) {
    return folder.resolve(name).resolve(OUTPUT);
  }

  /** Waits until somebody has received so much of a stream, whole or not. */
  void awaitReceived(String name, long bytes) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (receivedBytes(name) < bytes) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("%d bytes did not come to %s in time".formatted(bytes, name));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private long receivedBytes(String name) throws IOException {
    long most = 0;
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      for (Path file : files.filter(CastProcesses::isContent).toList()) {
        most = Math.max(most, Files.size(file));
      }
    }
    return most;
  }

  private static boolean isContent(Path file) {
    return file.toString().endsWith(".lagpart") || file.endsWith(OUTPUT);
  }

  /** A file of random content. */
  Path file(int bytes) throws IOException {
    byte[] content = new byte[bytes];
    new SplittableRandom(bytes).nextBytes(content);
    return Files.write(folder.resolve("content.bin"), content);
  }

  /** Kills what still runs. */
  void close() throws InterruptedException {
    for (CastProcess process : processes) {
      process.kill();
    }
  }
}
