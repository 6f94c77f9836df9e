package org.lagroups.node.runtime.host;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.state.tables.AddressTable;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.Transport;
import org.lagroups.node.transport.TransportListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All machines of a node: passes on what arrives to the one it is for, and link events to all. */
public final class MachineHost implements TransportListener {

  private static final Logger LOG = LoggerFactory.getLogger(MachineHost.class);

  private final NodeId self;
  private final EventLoop loop;
  private final AddressTable addresses;
  private final MeterRegistry registry;
  private final Counter unknownProtocol;
  private final Map<Integer, HostedMachine<?, ?>> machines = new TreeMap<>();
  private ObjLongConsumer<NodeId> onArrival = (from, bytes) -> {};
  private boolean stopped;

  /** Without machines. */
  public MachineHost(NodeId self, EventLoop loop, AddressTable addresses, MeterRegistry registry) {
    this.self = self;
    this.loop = loop;
    this.addresses = addresses;
    this.registry = registry;
    this.unknownProtocol = registry.counter("lagroups_messages_of_unknown_protocol");
  }

  /** Makes a machine and starts it; a link that is up already is told to it. */
  public <T extends Enum<T>, M extends Machine<T>> M host(
      ProtocolId protocol, Transport transport, Links links, Function<Environment<T>, M> factory) {
    if (machines.containsKey(protocol.number())) {
      throw new IllegalStateException("there are two machines for " + protocol);
    }
    MachineMeters meters = new MachineMeters(registry, protocol);
    HostedMachine<T, M> hosted = new HostedMachine<>(self, protocol, loop, links, meters, factory);
    machines.put(protocol.number(), hosted);
    hosted.start();
    transport.sessions().stream().map(SessionInfo::peer).forEach(hosted::onLinkUp);
    return hosted.machine();
  }

  /**
   * Tells {@code listener}, which takes the place of the one before, of every message before its
   * machine is: from whom, and how many bytes.
   */
  public void onArrival(ObjLongConsumer<NodeId> listener) {
    onArrival = listener;
  }

  /** Calls no machine any more. */
  public void stop() {
    stopped = true;
    machines.values().forEach(HostedMachine::stop);
  }

  @Override
  public void onSessionUp(NodeId peer, NodeAddress address, boolean dialled) {
    LOG.atInfo()
        .addKeyValue("peer", peer.abbreviated())
        .addKeyValue("address", address)
        .addKeyValue("dialled", dialled)
        .log("session up");
    if (dialled) {
      addresses.reached(peer, address, System.currentTimeMillis());
    }
    all(machine -> machine.onLinkUp(peer));
  }

  @Override
  public void onMessage(NodeId from, ProtocolId protocol, Bytes message) {
    onArrival.accept(from, message.length());
    HostedMachine<?, ?> machine = machines.get(protocol.number());
    if (machine == null) {
      unknownProtocol.increment();
    } else if (!stopped) {
      machine.onMessage(from, message);
    }
  }

  @Override
  public void onSessionInDoubt(NodeId peer) {
    LOG.atInfo()
        .addKeyValue("peer", peer.abbreviated())
        .log("a connection of the session was closed without a farewell");
    all(machine -> machine.onLinkInDoubt(peer));
  }

  @Override
  public void onSessionDown(NodeId peer, String reason) {
    LOG.atInfo()
        .addKeyValue("peer", peer.abbreviated())
        .addKeyValue("reason", reason)
        .log("session down");
    all(machine -> machine.onLinkDown(peer));
  }

  /** A machine hosted meanwhile is told of links as it starts. */
  private void all(Consumer<HostedMachine<?, ?>> call) {
    if (!stopped) {
      List<HostedMachine<?, ?>> now = new ArrayList<>(machines.values());
      now.forEach(call);
    }
  }
}
