package org.lagroups.scenarios.netlab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lagroups.node.cli.CommandFailedException;

/**
 * A network namespace with nothing but a loopback interface at first, so that its counters show the
 * bytes of one group alone. Removed when closed, with the processes that run inside, or when this
 * process ends; if this process is killed, by the next that makes one.
 */
public final class NetworkSpace implements AutoCloseable {

  private static final Path ALL = Path.of("/run/netns");

  /**
   * Inside, TCP controls congestion as most systems do (CUBIC, RFC 9438), so that figures do not
   * depend on this system's choice. Where that cannot be set it is left as it is, for all alike.
   */
  private static final Path CONGESTION_CONTROL =
      Path.of("/proc/sys/net/ipv4/tcp_congestion_control");

  private final String name;
  private final Thread remover;

  private NetworkSpace(String name) {
    this.name = name;
    this.remover = new Thread(this::remove, "remove " + name);
    Runtime.getRuntime().addShutdownHook(remover);
  }

  /**
   * Makes one.
   *
   * @throws CommandFailedException where that is not allowed or the tools are missing
   */
  public static NetworkSpace make(String label) throws InterruptedException {
    removeStale();
    String name = RunName.own().name(label);
    Tool.require(List.of("ip", "netns", "add", name), "");
    NetworkSpace space = new NetworkSpace(name);
    try {
      space.ip("link set dev lo up");
      Tool.succeeds(space.inside(List.of("sh", "-c", "echo cubic > " + CONGESTION_CONTROL)));
      return space;
    } catch (CommandFailedException | InterruptedException e) {
      space.close();
      throw e;
    }
  }

  /** Makes one; empty where that is not allowed or the tools are missing. */
  public static Optional<NetworkSpace> makeIfPossible(String label) throws InterruptedException {
    try {
      return Optional.of(make(label));
    } catch (CommandFailedException e) {
      return Optional.empty();
    }
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

  /** Changes interfaces and addresses; each line is what would follow {@code ip}. */
  void ip(String lines) throws InterruptedException {
    Tool.require(List.of("ip", "-n", name, "-batch", "-"), lines);
  }

  /** Changes how interfaces send; the line is what would follow {@code tc}. */
  void tc(String line) throws InterruptedException {
    Tool.require(List.of("tc", "-n", name, "-batch", "-"), line);
  }

  /** Takes rules for packets. */
  void nft(String rules) throws InterruptedException {
    Tool.require(inside(List.of("nft", "-f", "-")), rules);
  }

  /** What a command prints that runs in here. */
  String output(String... command) throws InterruptedException {
    return Tool.require(inside(List.of(command)), "");
  }

  private static void removeStale() throws InterruptedException {
    if (!Files.isDirectory(ALL)) {
      return;
    }
    try (Stream<Path> all = Files.list(ALL)) {
      List<String> stale =
          all.map(path -> path.getFileName().toString())
              .filter(name -> RunName.of(name).filter(run -> !run.isAlive()).isPresent())
              .toList();
      for (String name : stale) {
        remove(name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + ALL, e);
    }
  }

  private void remove() {
    try {
      remove(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A namespace lives as long as a process in it, whether or not it has a name. */
  private static void remove(String name) throws InterruptedException {
    if (Files.exists(ALL.resolve(name))) {
      Tool.succeeds(List.of("sh", "-c", "ip netns pids \"$1\" | xargs -r kill -9", "sh", name));
      Tool.succeeds(List.of("ip", "netns", "del", name));
    }
  }
}
