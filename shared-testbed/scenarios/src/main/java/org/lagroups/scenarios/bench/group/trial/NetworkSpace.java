package org.lagroups.scenarios.bench.group.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A network namespace with nothing but a loopback interface, so that its counters show the bytes of
 * one group alone. Removed when closed, or when this process ends.
 */
public final class NetworkSpace implements AutoCloseable {

  private static final long LONGEST_COMMAND_SECONDS = 10;

  private final String name;
  private final Thread remover;

  private NetworkSpace(String name) {
    this.name = name;
    this.remover = new Thread(this::remove, "remove " + name);
    Runtime.getRuntime().addShutdownHook(remover);
  }

  /** Makes one; empty where that is not allowed or the tools are missing. */
  public static Optional<NetworkSpace> make(String label) throws InterruptedException {
    String name = "lag-bench-" + ProcessHandle.current().pid() + "-" + label;
    if (!succeeds(List.of("ip", "netns", "add", name))) {
      return Optional.empty();
    }
    NetworkSpace space = new NetworkSpace(name);
    if (succeeds(List.of("ip", "-n", name, "link", "set", "dev", "lo", "up"))) {
      return Optional.of(space);
    }
    space.close();
    return Optional.empty();
  }

  /** The command that runs {@code command} in here, with the same process number. */
  List<String> inside(List<String> command) {
    List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", name));
    all.addAll(command);
    return all;
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(remover);
    } catch (IllegalStateException e) {
      // This process is ending already, and its hooks run.
    }
  }

  private void remove() {
    try {
      succeeds(List.of("ip", "netns", "del", name));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
