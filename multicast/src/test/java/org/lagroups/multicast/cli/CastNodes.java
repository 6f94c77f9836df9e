package org.lagroups.multicast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.runtime.MulticastModule;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.HomeFolder;

/** Real nodes on 127.0.0.1, all in this process, and the commands that people type at them. */
final class CastNodes implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Path folder;
  private final Map<String, NodeProcess> running = new LinkedHashMap<>();

  CastNodes(Path folder) {
    this.folder = folder;
  }

  void start(String name) {
    NodeOptions options =
        NodeOptions.standard()
            .withModules(List.of(new MulticastModule()))
            .withConfig(config -> config.withListen("127.0.0.1", 0));
    running.put(name, NodeProcess.start(home(name), options));
  }

  ControlClient control(String name) {
    return ControlClient.of(home(name));
  }

  NodeId id(String name) {
    return NodeId.parse(lag(name, "--json", "id").json().path("node").asString());
  }

  /** Types {@code lag --home NAME args…}. */
  Captured lag(String name, String... args) {
    return Captured.at(folder.resolve(name), args);
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

  private HomeFolder home(String name) {
    return HomeFolder.at(folder.resolve(name));
  }
}
