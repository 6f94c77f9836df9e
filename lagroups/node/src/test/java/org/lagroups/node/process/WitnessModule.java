package org.lagroups.node.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.NodeServices;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.Schema;

/** A protocol that does nothing but remember when it first heard that a link was in doubt. */
final class WitnessModule implements NodeModule {

  private final Map<NodeId, Long> doubtedAtNanos = new ConcurrentHashMap<>();

  /** Per peer, by {@link System#nanoTime}. */
  Map<NodeId, Long> doubtedAtNanos() {
    return doubtedAtNanos;
  }

  @Override
  public String name() {
    return "witness";
  }

  @Override
  public Schema schema() {
    return new Schema("witness", List.of());
  }

  @Override
  public OpenModule open(ModuleHost host) {
    return new OpenModule() {
      @Override
      public void start(NodeServices services) {
        services.host(new ProtocolId(201), Witness::new);
      }

      @Override
      public List<ApiRoute> routes() {
        return List.of();
      }
    };
  }

  private enum NoTimer {
    NONE
  }

  private final class Witness implements Machine<NoTimer> {

    Witness(Environment<NoTimer> environment) {}

    @Override
    public void start() {}

    @Override
    public void onTimer(NoTimer timer) {}

    @Override
    public void onMessage(NodeId from, Bytes message) {}

    @Override
    public void onLinkInDoubt(NodeId peer) {
      doubtedAtNanos.putIfAbsent(peer, System.nanoTime());
    }
  }
}
