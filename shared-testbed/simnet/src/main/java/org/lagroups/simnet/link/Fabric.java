package org.lagroups.simnet.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.engine.Engine;
import org.lagroups.simnet.net.LinkSettings;
import org.lagroups.simnet.net.Network;
import org.lagroups.simnet.trace.Trace;

/** All stations of a simulation, by node and by address, and what they share. */
public final class Fabric {

  final Engine engine;
  final Trace trace;
  final Network network;
  final LinkSettings settings;
  final RandomGenerator random;
  final Carrier carrier;

  private final List<Station> stations = new ArrayList<>();
  private final Map<NodeId, Station> byId = new HashMap<>();
  private final Map<NodeAddress, Station> byAddress = new HashMap<>();

  public Fabric(
      Engine engine, Trace trace, Network network, LinkSettings settings, RandomGenerator random) {
    this.engine = engine;
    this.trace = trace;
    this.network = network;
    this.settings = settings;
    this.random = random;
    this.carrier = new Carrier(this);
    network.onCut(this::cutsChanged);
  }

  /**
   * A station for a node, without power yet.
   *
   * @throws IllegalArgumentException if there is one for that node
   */
  public Station add(NodeId id, NodeAddress address) {
    if (byId.containsKey(id)) {
      throw new IllegalArgumentException("there is a node " + id.abbreviated() + " already");
    }
    Station station = new Station(this, stations.size(), id, address);
    stations.add(station);
    byId.put(id, station);
    byAddress.put(address, station);
    return station;
  }

  @Nullable Station at(NodeAddress address) {
    return byAddress.get(address);
  }

  @Nullable Station of(NodeId id) {
    return byId.get(id);
  }

  int indexOf(NodeId id) {
    Station station = byId.get(id);
    return station == null ? Trace.NOBODY : station.index();
  }

  private void cutsChanged(int from, int to) {
    if (from == Trace.NOBODY) {
      stations.forEach(Station::pathsChanged);
    } else {
      Station one = stations.get(from);
      Station other = stations.get(to);
      one.pathChanged(other.id());
      other.pathChanged(one.id());
    }
  }
}
