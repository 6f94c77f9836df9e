package org.lagroups.node.process;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.Health;
import org.lagroups.node.control.routes.ConfigRoutes;
import org.lagroups.node.control.routes.CoreRoutes;
import org.lagroups.node.control.server.ControlServer;
import org.lagroups.node.control.server.EventLog;
import org.lagroups.node.runtime.core.Node;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.config.ConfigFile;
import org.lagroups.node.state.config.ConfigStore;
import org.lagroups.node.state.config.NodeConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node at its home folder: locked, opened, running, and reachable through its control API. */
public final class NodeProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeProcess.class);

  private final Node node;
  private final ControlServer control;
  private final Warnings warnings;
  private final CountDownLatch endAsked;
  private final Closing closing;

  private NodeProcess(
      Node node,
      ControlServer control,
      Warnings warnings,
      CountDownLatch endAsked,
      Closing closing) {
    this.node = node;
    this.control = control;
    this.warnings = warnings;
    this.endAsked = endAsked;
    this.closing = closing;
  }

  /**
   * Starts a node; makes what is missing in its home.
   *
   * @throws StateException if it cannot be started, with what to do
   */
  public static NodeProcess start(HomeFolder home, NodeOptions options) {
    Closing closing = new Closing();
    try {
      return open(home, options, closing);
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private static NodeProcess open(HomeFolder home, NodeOptions options, Closing closing) {
    OwnerFiles.createFolder(home.config());
    SecureRandom random = new SecureRandom();
    EventLog events = new EventLog(HexFormat.of().toHexDigits(random.nextInt()));
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters.gauge("lagroups_event_listeners", events, EventLog::listenerCount);
    OpenNode open =
        OpenNode.start(
            home, () -> ConfigFile.readOrCreate(home.configFile()), options, events, meters);
    closing.add(open::close);
    Node node = open.node();
    NodeConfig config = node.config();
    Warnings warnings = open.warnings();
    CountDownLatch endAsked = new CountDownLatch(1);
    List<ApiRoute> routes =
        Stream.of(
                CoreRoutes.of(node, warnings::now, endAsked::countDown),
                new ConfigRoutes(new ConfigStore(home.configFile()), config, events).routes(),
                node.moduleRoutes())
            .flatMap(List::stream)
            .toList();
    String token = ControlFiles.newToken(random);
    ControlServer.Builtin builtin =
        new ControlServer.Builtin(
            () -> Health.of(warnings.now()),
            () -> {
              node.loop().run(node::refreshMeters);
              return meters.scrape();
            });
    ControlServer control =
        ControlServer.start(config.controlPort(), token, routes, events, builtin);
    closing.add(control::close);
    ControlFiles.write(home, control.port(), token);
    closing.add(() -> ControlFiles.delete(home));
    LOG.atInfo()
        .addKeyValue("node", node.self())
        .addKeyValue("port", node.port())
        .addKeyValue("controlPort", control.port())
        .log("node started");
    return new NodeProcess(node, control, warnings, endAsked, closing);
  }

  /** This node. */
  public NodeId self() {
    return node.self();
  }

  /** The node itself, for programs that run one inside themselves. */
  public Node node() {
    return node;
  }

  /** The port, of UDP and TCP. */
  public int port() {
    return node.port();
  }

  /** The control API's port on the loopback interface. */
  public int controlPort() {
    return control.port();
  }

  /** What somebody should look at. */
  public List<String> warnings() {
    return warnings.now();
  }

  /** Lets {@link #awaitEnd} return. From any thread. */
  public void askToEnd() {
    endAsked.countDown();
  }

  /**
   * Waits until somebody asks the node to end, through the control API or {@link #askToEnd}, or
   * {@link #close} is called.
   */
  public void awaitEnd() throws InterruptedException {
    endAsked.await();
  }

  /** Ends everything; a second call, from any thread, waits for the first and does nothing. */
  @Override
  public void close() {
    askToEnd();
    synchronized (closing) {
      closing.close();
    }
  }
}
