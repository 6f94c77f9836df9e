package org.lagroups.multicast.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.group.Contact;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.observe.Finding;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.multicast.protocol.CastMachine;
import org.lagroups.multicast.protocol.CastPorts;
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
  private @Nullable CastMachine machine;
  private @Nullable Contact contact;

  private OpenCast(ModuleHost host, GroupNotes notes) {
    this.host = host;
    this.notes = notes;
    this.planner = new PlanningThread(host.loop());
  }

  static OpenCast open(ModuleHost host) {
    return new OpenCast(host, GroupNotes.load(host.store(), host.writes()));
  }

  @Override
  public Optional<Monitor> test() {
    return Optional.of(test);
  }

  @Override
  public void start(NodeServices services) {
    NodeGroups groups = new NodeGroups(host.identity().nodeId(), services, host.loop(), notes);
    groups.leaveOld();
    contact = new Contact(host.identity().nodeId(), services.addresses());
    CastPorts ports =
        new CastPorts(
            host.identity(),
            SignatureVerifier.DIRECT,
            groups,
            planner,
            new RelayConduct(test, services.arrivals()));
    machine =
        services.host(CastMachine.PROTOCOL, environment -> new CastMachine(environment, ports));
  }

  /** On the event loop, once the node runs. */
  CastMachine machine() {
    return Objects.requireNonNull(machine);
  }

  /** Where others reach this node. */
  Contact contact() {
    return Objects.requireNonNull(contact);
  }

  @Override
  public List<ApiRoute> routes() {
    return List.of();
  }

  @Override
  public void stop() {
    CastMachine running = machine;
    if (running != null) {
      running.sent().forEach(stream -> running.close(stream.header().id()));
      running.received().forEach(stream -> running.close(stream.link().stream()));
    }
  }

  @Override
  public void close() {
    planner.close();
  }
}
