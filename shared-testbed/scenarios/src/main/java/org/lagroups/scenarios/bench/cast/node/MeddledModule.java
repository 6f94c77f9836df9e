package org.lagroups.scenarios.bench.cast.node;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.NodeServices;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.Schema;

/** A module whose machines see and send what {@link Meddling} makes of it. */
record MeddledModule(NodeModule module, Meddling meddling) implements NodeModule {

  @Override
  public String name() {
    return module.name();
  }

  @Override
  public Schema schema() {
    return module.schema();
  }

  @Override
  public OpenModule open(ModuleHost host) {
    return new Open(module.open(host), meddling);
  }

  private record Open(OpenModule module, Meddling meddling) implements OpenModule {

    @Override
    public Optional<Monitor> test() {
      return module.test();
    }

    @Override
    public void start(NodeServices services) {
      module.start(new MeddledServices(services, meddling));
    }

    @Override
    public List<ApiRoute> routes() {
      return module.routes();
    }

    @Override
    public List<String> warnings() {
      return module.warnings();
    }

    @Override
    public void joined(GroupId group) {
      module.joined(group);
    }

    @Override
    public void left(GroupId group) {
      module.left(group);
    }

    @Override
    public void judged(GroupId group, NodeId node) {
      module.judged(group, node);
    }

    @Override
    public void stop() {
      module.stop();
    }

    @Override
    public void close() {
      module.close();
    }
  }
}
