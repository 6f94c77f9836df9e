package org.lagroups.node.runtime.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.Transport;
import org.lagroups.node.transport.TransportCounters;

/** Notes what it is asked for. Who is kept is linked. */
final class FakeTransport implements Transport {

  final Map<NodeId, List<NodeAddress>> kept = new TreeMap<>();
  final List<Bytes> sent = new ArrayList<>();

  @Override
  public int port() {
    return 1;
  }

  @Override
  public void keep(NodeId peer, List<NodeAddress> addresses) {
    kept.computeIfAbsent(peer, p -> new ArrayList<>()).addAll(addresses);
  }

  @Override
  public void release(NodeId peer) {
    kept.remove(peer);
  }

  @Override
  public boolean isUp(NodeId peer) {
    return kept.containsKey(peer);
  }

  @Override
  public boolean send(NodeId to, ProtocolId protocol, Delivery delivery, Bytes message) {
    return isUp(to) && sent.add(message);
  }

  @Override
  public List<SessionInfo> sessions() {
    NodeAddress address = new NodeAddress("a", 1);
    return kept.keySet().stream()
        .map(peer -> new SessionInfo(peer, address, true, List.of(CarrierKind.QUIC), 0, 0, 0))
        .toList();
  }

  @Override
  public TransportCounters counters() {
    return new TransportCounters(Map.of(), 0, 0, 0, 0, 0);
  }

  @Override
  public void close() {
    kept.clear();
  }
}
