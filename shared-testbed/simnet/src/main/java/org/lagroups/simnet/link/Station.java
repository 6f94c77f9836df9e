package org.lagroups.simnet.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.simnet.engine.Event;
import org.lagroups.simnet.net.Envelope;
import org.lagroups.simnet.net.Interceptor;
import org.lagroups.simnet.trace.TraceKind;
import org.lagroups.simnet.trace.Why;

/** The place of one node in the network: its links, and the addresses that it remembers. */
public final class Station {

  /** Stands for the node itself, rather than one of its protocols, among those who want a link. */
  public static final int NODE = 0;

  final Fabric fabric;
  final Uplink uplink;

  private final int index;
  private final NodeId id;
  private final NodeAddress address;
  private final Traffic traffic = new Traffic();
  private final Map<NodeId, Peering> peerings = new LinkedHashMap<>();
  private final Map<NodeId, Set<NodeAddress>> addressBook = new LinkedHashMap<>();
  private @Nullable LinkListener listener;
  private @Nullable ArrayDeque<Event> held;

  Station(Fabric fabric, int index, NodeId id, NodeAddress address) {
    this.fabric = fabric;
    this.index = index;
    this.id = id;
    this.address = address;
    this.uplink = new Uplink(this);
  }

  public int index() {
    return index;
  }

  public NodeId id() {
    return id;
  }

  public NodeAddress address() {
    return address;
  }

  public Traffic traffic() {
    return traffic;
  }

  /** Begins to take links for a node. */
  public void powerOn(LinkListener listener) {
    this.listener = listener;
  }

  /**
   * Ends all links without telling the node.
   *
   * @param parting what the peers see of it
   */
  public void powerOff(Parting parting) {
    listener = null;
    held = null;
    List<Peering> old = new ArrayList<>(peerings.values());
    peerings.clear();
    uplink.clear();
    old.forEach(peering -> peering.abandon(parting));
  }

  /** Lets nothing happen to the node until {@link #resume}. */
  public void pause() {
    if (held == null) {
      held = new ArrayDeque<>();
    }
  }

  public boolean isPaused() {
    return held != null;
  }

  /** Lets everything happen that was due since {@link #pause}. */
  public void resume() {
    ArrayDeque<Event> late = held;
    held = null;
    while (late != null && !late.isEmpty()) {
      happen(late.remove());
    }
  }

  /** Lets something happen at this node: now, or once it is no longer paused. */
  public void happen(Event event) {
    if (!holdsBack(event)) {
      event.fire();
    }
  }

  /** Whether the node is paused; then {@code event} fires again once it no longer is. */
  boolean holdsBack(Event event) {
    return held != null && held.add(event);
  }

  /** Forgets all addresses of peers. */
  public void forgetAddresses() {
    addressBook.clear();
  }

  /**
   * See {@link org.lagroups.machine.Environment#keepLink}; {@code wanter} is a protocol's number.
   */
  public void keep(int wanter, NodeId peer, List<NodeAddress> addresses) {
    if (peer.equals(id)) {
      return;
    }
    addresses.forEach(known -> remember(peer, known));
    peering(peer).keep(wanter);
  }

  /** See {@link org.lagroups.machine.Environment#releaseLink}. */
  public void release(int wanter, NodeId peer) {
    Peering peering = peerings.get(peer);
    if (peering != null) {
      peering.release(wanter);
    }
  }

  public boolean isLinked(NodeId peer) {
    return openEnd(peer) != null;
  }

  /** The peers to which links are up, in the order in which they were first cared about. */
  public List<NodeId> linkedPeers() {
    return peerings.values().stream().filter(Peering::isUp).map(Peering::peer).toList();
  }

  /** See {@link org.lagroups.machine.Environment#send}. */
  public boolean send(NodeId to, Delivery delivery, int protocol, Bytes message) {
    End end = openEnd(to);
    if (end == null) {
      return refuse(to, delivery, protocol, message, Why.NO_LINK);
    }
    if (!end.lane(delivery).hasRoomFor(message.length())) {
      return refuse(to, delivery, protocol, message, Why.QUEUE_FULL);
    }
    traffic.sent(protocol, message.length());
    Parcel parcel = new Parcel(end, delivery, protocol, message);
    parcel.trace(TraceKind.SEND, index, end.peerIndex(), Why.NONE);
    Interceptor interceptor = fabric.network.interceptor(index);
    if (interceptor == null) {
      end.lane(delivery).add(parcel);
    } else {
      interceptor.intercept(
          new Envelope(id, to, new ProtocolId(protocol), delivery, message),
          new InterceptedWire(fabric));
    }
    return true;
  }

  /** Puts a message on the wire for an adversary. */
  void inject(Envelope envelope) {
    End end = openEnd(envelope.to());
    if (end == null) {
      return;
    }
    int protocol = envelope.protocol().number();
    Parcel parcel = new Parcel(end, envelope.delivery(), protocol, envelope.message());
    Lane lane = end.lane(envelope.delivery());
    if (lane.hasRoomFor(envelope.message().length())) {
      lane.add(parcel);
    } else {
      parcel.trace(TraceKind.LOSE, index, end.peerIndex(), Why.QUEUE_FULL);
    }
  }

  @Nullable LinkListener listener() {
    return listener;
  }

  boolean isOn() {
    return listener != null;
  }

  Peering peering(NodeId peer) {
    return peerings.computeIfAbsent(peer, p -> new Peering(this, p));
  }

  void remember(NodeId peer, NodeAddress known) {
    addressBook.computeIfAbsent(peer, p -> new LinkedHashSet<>()).add(known);
  }

  List<NodeAddress> addressesOf(NodeId peer) {
    return List.copyOf(addressBook.getOrDefault(peer, Set.of()));
  }

  void pathsChanged() {
    peerings.values().forEach(Peering::pathChanged);
  }

  void pathChanged(NodeId peer) {
    Peering peering = peerings.get(peer);
    if (peering != null) {
      peering.pathChanged();
    }
  }

  private @Nullable End openEnd(NodeId peer) {
    Peering peering = peerings.get(peer);
    return peering == null ? null : peering.openEnd();
  }

  private boolean refuse(NodeId to, Delivery delivery, int protocol, Bytes message, Why why) {
    fabric.trace.message(
        fabric.engine.nowNanos(),
        TraceKind.REFUSE,
        index,
        fabric.indexOf(to),
        protocol,
        delivery,
        why,
        message.length(),
        message.hashCode());
    return false;
  }
}
