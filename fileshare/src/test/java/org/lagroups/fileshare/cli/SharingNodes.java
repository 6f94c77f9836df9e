package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lagroups.fileshare.runtime.FileshareModule;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.config.NodeConfig;

/** Real nodes on 127.0.0.1 that share files, and the commands that people type at them. */
final class SharingNodes implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Path folder;
  private final Map<String, NodeProcess> running = new LinkedHashMap<>();

  SharingNodes(Path folder) {
    this.folder = folder;
  }

  /** Starts a node that shares files, with these further modules. */
  void start(String name, NodeModule... others) {
    start(name, Stream.concat(Stream.of(new FileshareModule()), Stream.of(others)).toList());
  }

  /** Starts a node with these modules, of which none need be file sharing. */
  void start(String name, List<NodeModule> modules) {
    start(name, modules, config -> config);
  }

  /** Starts a node that shares files, with changed settings. */
  void start(String name, UnaryOperator<NodeConfig> change) {
    start(name, List.of(new FileshareModule()), change);
  }

  private void start(String name, List<NodeModule> modules, UnaryOperator<NodeConfig> change) {
    NodeOptions options =
        NodeOptions.standard()
            .withModules(modules)
            .withConfig(config ->
                change.apply(config.withName(name).withListen("127.0.0.1", config.port())));
    running.put(name, NodeProcess.start(HomeFolder.at(folder.resolve(name)), options));
  }

  void stop(String name) {
    Objects.requireNonNull(running.remove(name)).close();
  }

  /** Types {@code lag --home NAME args…}. */
  Captured lag(String name, String... args) {
    return Captured.at(folder.resolve(name), args);
  }

  /** What {@code /metrics} shows. */
  String metrics(String name) {
    return ControlClient.of(HomeFolder.at(folder.resolve(name))).getText("/metrics");
  }

  /** As {@link #lag}; the command has to succeed. */
  Captured done(String name, String... args) {
    Captured printed = lag(name, args);
    assertThat(printed.code()).as("%s: %s%s", List.of(args), printed.out(), printed.err()).isZero();
    return printed;
  }

  /** Makes a group of these nodes, the first of which invites the others. */
  void formGroup(String... names) {
    done(names[0], "group", "create");
    for (int i = 1; i < names.length; i++) {
      String link = done(names[0], "group", "invite").out().strip();
      done(names[i], "group", "join", link);
    }
    int edges = names.length * (names.length - 1);
    for (String name : names) {
      await(
          name + " sees all",
          () -> done(name, "--json", "group", "show").json().path("attestations").size() == edges);
    }
  }

  static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for: %s", what).isLessThan(deadline);
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  @Override
  public void close() {
    running.values().forEach(NodeProcess::close);
  }
}
