package org.lagroups.multicast.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.group.Contact;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.observe.Finding;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.multicast.protocol.CastMachine;
import org.lagroups.multicast.protocol.CastPorts;
import org.lagroups.multicast.runtime.routes.CastRoutes;
import org.lagroups.multicast.runtime.session.CastNode;
import org.lagroups.multicast.runtime.session.Sessions;
import org.lagroups.multicast.runtime.session.StandardStreams;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeServices;
import org.lagroups.node.runtime.OpenModule;

/** Multicast, opened for one node. */
final class OpenCast implements OpenModule {

  private final ModuleHost host;
  private final GroupNotes notes;
  private final ObservingMonitor<Finding> test = RelayConduct.newTest();
  private final PlanningThread planner;
  private final Optional<StandardStreams> standard;
  private @Nullable CastNode node;
  private @Nullable Sessions sessions;

  private OpenCast(ModuleHost host, GroupNotes notes, Optional<StandardStreams> standard) {
    this.host = host;
    this.notes = notes;
    this.standard = standard;
    this.planner = new PlanningThread(host.loop());
  }

  static OpenCast open(ModuleHost host, Optional<StandardStreams> standard) {
    return new OpenCast(host, GroupNotes.load(host.store(), host.writes()), standard);
  }

  @Override
  public Optional<Monitor> test() {
    return Optional.of(test);
  }

  @Override
  public void start(NodeServices services) {
    NodeGroups groups = new NodeGroups(host.identity().nodeId(), services, host.loop(), notes);
    groups.leaveOld();
    CastPorts ports =
        new CastPorts(
            host.identity(),
            SignatureVerifier.DIRECT,
            groups,
            planner,
            new RelayConduct(test, services.arrivals()),
            services::addresses,
            services.transcriptVerifier());
    CastMachine machine =
        services.host(CastMachine.PROTOCOL, environment -> new CastMachine(environment, ports));
    long most = host.config().uplinkBitsPerSecond();
    if (most > 0) {
      machine.uplink().cap((double) most / Byte.SIZE);
    }
    CastNode running =
        new CastNode(
            host.loop(),
            machine,
            new Contact(host.identity().nodeId(), services.addresses()),
            host.dataFolder(),
            SignatureVerifier.DIRECT,
            standard);
    node = running;
    sessions = new Sessions(running);
  }

  /** On the event loop, once the node runs. */
  CastMachine machine() {
    return Objects.requireNonNull(node).machine();
  }

  /** Streams from end to end; not on the event loop. */
  Sessions sessions() {
    return Objects.requireNonNull(sessions);
  }

  /** Where others reach this node. */
  Contact contact() {
    return Objects.requireNonNull(node).contact();
  }

  @Override
  public List<ApiRoute> routes() {
    return CastRoutes.of(Objects.requireNonNull(sessions));
  }

  /** What is sent is ended as by Ctrl-C. */
  @Override
  public CompletableFuture<Void> leave() {
    return Objects.requireNonNull(sessions).finishAll();
  }

  @Override
  public void stop() {
    if (sessions != null) {
      sessions.closeAll();
    }
    if (node != null) {
      CastMachine machine = node.machine();
      machine.sent().forEach(stream -> machine.close(stream.header().id()));
      machine.received().forEach(stream -> machine.close(stream.link().stream()));
    }
  }

  @Override
  public void close() {
    planner.close();
  }
}
