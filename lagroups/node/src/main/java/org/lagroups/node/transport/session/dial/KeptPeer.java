package org.lagroups.node.transport.session.dial;

import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.Link;

/** A peer with which a session is wanted: where it may be, and how dialling it goes. */
final class KeptPeer {

  /** Addresses kept for one peer; the oldest that never worked gives way. */
  static final int MAX_ADDRESSES = 16;

  /** What happens with the peer at the moment. */
  enum Phase {
    /** Nothing: there is a session, or no address is known. */
    RESTING,
    /** A pause before the next round. */
    PAUSING,
    /** Ready, waiting until fewer others are being dialled. */
    QUEUED,
    /** Being dialled. */
    DIALLING
  }

  final NodeId id;
  final BackOff backOff;
  Phase phase = Phase.RESTING;

  /** The end of the pause, or of the patience with the dial. */
  @Nullable Future<?> timer;

  Carrier.@Nullable Attempt attempt;

  /** Connected, but the peer has not said hello yet. */
  @Nullable Link unconfirmed;

  private final List<NodeAddress> addresses = new ArrayList<>();
  private final Deque<InetSocketAddress> found = new ArrayDeque<>();
  private int nextAddress;

  KeptPeer(NodeId id, BackOff backOff) {
    this.id = id;
    this.backOff = backOff;
  }

  void add(Collection<NodeAddress> more) {
    for (NodeAddress address : more) {
      if (!addresses.contains(address)) {
        if (addresses.size() == MAX_ADDRESSES) {
          addresses.removeLast();
        }
        addresses.add(address);
      }
    }
  }

  boolean hasAddresses() {
    return !addresses.isEmpty();
  }

  /** Begins with this address the next time. */
  void prefer(NodeAddress working) {
    addresses.remove(working);
    addresses.addFirst(working);
    while (addresses.size() > MAX_ADDRESSES) {
      addresses.removeLast();
    }
    startRound();
  }

  void startRound() {
    nextAddress = 0;
    found.clear();
  }

  /** Whether every address of this round has had its turn. */
  boolean isRoundOver() {
    return found.isEmpty() && nextAddress >= addresses.size();
  }

  /** An address that has been looked up already and not been tried; null if there is none. */
  @Nullable InetSocketAddress nextFound() {
    return found.pollFirst();
  }

  /** The next address to look up. */
  NodeAddress nextToLookUp() {
    return addresses.get(nextAddress++);
  }

  void lookedUp(Collection<InetSocketAddress> results) {
    found.addAll(results);
  }

  void cancelTimer() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }
}
