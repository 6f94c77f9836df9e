package org.lagroups.node.runtime.monitor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
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

/** Sends everyone it is linked with what nobody has asked for, while it is told to. */
final class FloodModule implements NodeModule {

  private static final int AT_ONCE = 30;
  private static final long EVERY_MILLIS = 20;

  private volatile boolean flooding;

  void flood(boolean on) {
    flooding = on;
  }

  @Override
  public String name() {
    return "flood";
  }

  @Override
  public Schema schema() {
    return new Schema("flood", List.of());
  }

  @Override
  public OpenModule open(ModuleHost host) {
    return new OpenModule() {
      @Override
      public void start(NodeServices services) {
        services.host(new ProtocolId(201), Flooder::new);
      }

      @Override
      public List<ApiRoute> routes() {
        return List.of();
      }
    };
  }

  private enum Gush {
    NEXT
  }

  private final class Flooder implements Machine<Gush> {

    private final Environment<Gush> environment;
    private final Set<NodeId> linked = new HashSet<>();

    Flooder(Environment<Gush> environment) {
      this.environment = environment;
    }

    @Override
    public void start() {
      environment.setTimer(Gush.NEXT, EVERY_MILLIS);
    }

    @Override
    public void onLinkUp(NodeId peer) {
      linked.add(peer);
    }

    @Override
    public void onTimer(Gush timer) {
      environment.setTimer(Gush.NEXT, EVERY_MILLIS);
      for (int i = 0; flooding && i < AT_ONCE; i++) {
        linked.forEach(peer -> environment.send(peer, Delivery.DATAGRAM, Bytes.copyOf((byte) 1)));
      }
    }

    @Override
    public void onMessage(NodeId from, Bytes message) {}
  }
}
