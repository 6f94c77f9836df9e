package org.lagroups.node.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.transport.EventLoops;

/** Several nodes in this Java process, each at a home of its own, on 127.0.0.1. */
public final class TestNodes implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Path folder;
  private final EventLoopGroup loops = EventLoops.newGroup(2, "test-node");
  private final List<NodeProcess> running = new ArrayList<>();

  /**
   * None yet.
   *
   * @param folder for their homes
   */
  public TestNodes(Path folder) {
    this.folder = folder;
  }

  /** The home of the node with this name. */
  public HomeFolder home(String name) {
    return HomeFolder.at(folder.resolve(name));
  }

  /** A client of the node with this name. */
  public ControlClient client(String name) {
    return ControlClient.of(home(name));
  }

  /** Whether a client listens to the events of the node with this name. */
  public boolean isListenedTo(String name) {
    return client(name).getText("/metrics").contains("lagroups_event_listeners 1.0");
  }

  /** Starts a node, or starts it again, with these modules. */
  public NodeProcess start(String name, NodeModule... modules) {
    return start(name, options -> options.withModules(List.of(modules)));
  }

  /** Starts a node, or starts it again, without modules unless there are some in its options. */
  public NodeProcess start(String name, UnaryOperator<NodeOptions> change) {
    NodeOptions options =
        change.apply(
            NodeOptions.standard()
                .withModules(List.of())
                .withLoops(loops)
                .withConfig(
                    config -> config.withName(name).withListen("127.0.0.1", config.port())));
    NodeProcess process = NodeProcess.start(home(name), options);
    running.add(process);
    return process;
  }

  /** Waits until {@code condition} holds, and fails if it does not in time. */
  public static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited %s for: %s", PATIENCE, what).isLessThan(deadline);
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  @Override
  public void close() {
    running.reversed().forEach(NodeProcess::close);
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5_000);
  }
}
