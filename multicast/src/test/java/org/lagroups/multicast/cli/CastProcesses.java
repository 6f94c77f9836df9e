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
final class CastProcesses implements AutoCloseable {

  /** How a process ends that was asked to by Ctrl-C or SIGTERM. */
  static final int SIGTERM_CODE = 128 + 15;

  private static final String OUTPUT = "received.bin";

  private final Path folder;
  private final List<CastProcess> processes = new ArrayList<>();

  CastProcesses(Path folder) {
    this.folder = folder;
  }

  /** {@code lag cast ARGUMENTS}, with a node of its own unless one runs there. */
  CastProcess start(String name, String... arguments) throws IOException {
    return add(name, Stream.concat(Stream.of("cast"), Stream.of(arguments)).toList());
  }

  /** {@code lag run}: a node that outlasts commands. */
  CastProcess startNode(String name) throws IOException {
    return add(name, List.of("run"));
  }

  /** Somebody who receives to {@link #output}. */
  CastProcess receive(String name, String link, String... options) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("receive", link, "--output", output(name).toString()));
    arguments.addAll(List.of(options));
    return start(name, arguments.toArray(String[]::new));
  }

  Path home(String name) {
    return folder.resolve(name);
  }

  Path output(String name) {
    return home(name).resolve(OUTPUT);
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

  private CastProcess add(String name, List<String> arguments) throws IOException {
    CastProcess process = CastProcess.start(folder.resolve(name), arguments);
    processes.add(process);
    return process;
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
  @Override
  public void close() {
    for (CastProcess process : processes) {
      process.kill();
    }
  }
}
