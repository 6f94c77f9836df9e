package org.lagroups.scenarios.bench.group.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network namespace with nothing but a loopback interface at first, so that its counters show the
 * bytes of one group alone. Removed when closed, or when this process ends.
 */
public final class NetworkSpace implements AutoCloseable {

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
    NetworkSpace space = new NetworkSpace(name);
    if (Tool.succeeds(List.of("ip", "netns", "add", name))
        && space.ip("link", "set", "dev", "lo", "up")) {
      return Optional.of(space);
    }
    space.close();
    return Optional.empty();
  }

  /** The command that runs {@code command} in here, with the same process number. */
  public List<String> inside(List<String> command) {
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

  String name() {
    return name;
  }

  /** Changes its interfaces and addresses; whether that was done. */
  boolean ip(String... arguments) throws InterruptedException {
    List<String> all = new ArrayList<>(List.of("ip", "-n", name));
    all.addAll(List.of(arguments));
    return Tool.succeeds(all);
  }

  /** Takes rules for packets; whether that was done. */
  boolean nft(String rules) throws InterruptedException {
    return Tool.succeeds(inside(List.of("nft", "-f", "-")), rules);
  }

  private void remove() {
    try {
      Tool.succeeds(List.of("ip", "netns", "del", name));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
