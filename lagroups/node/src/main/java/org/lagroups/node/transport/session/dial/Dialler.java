package org.lagroups.node.transport.session.dial;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Link;
import org.lagroups.node.transport.link.Tally;
import org.lagroups.node.transport.session.dial.KeptPeer.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dials the peers with which a session is wanted: their addresses in turn, then a pause that grows
 * with every round without success.
 */
public final class Dialler {

  private static final Logger LOG = LoggerFactory.getLogger(Dialler.class);

  private final EventLoop loop;
  private final Carrier carrier;
  private final NameLookup names;
  private final TransportSettings settings;
  private final RandomGenerator random;
  private final Tally tally;
  private final Consumer<Link> opener;
  private final Map<NodeId, KeptPeer> kept = new HashMap<>();
  private final Queue<KeptPeer> queued = new ArrayDeque<>();
  private int dialling;

  /**
   * A dialler without peers.
   *
   * @param opener opens a link that has been made, that is, says hello on it
   */
  public Dialler(
      EventLoop loop,
      Carrier carrier,
      NameLookup names,
      TransportSettings settings,
      RandomGenerator random,
      Tally tally,
      Consumer<Link> opener) {
    this.loop = loop;
    this.carrier = carrier;
    this.names = names;
    this.settings = settings;
    this.random = random;
    this.tally = tally;
    this.opener = opener;
  }

  /** Wants the peer; dials it unless {@code isUp}. */
  public void keep(NodeId id, List<NodeAddress> addresses, boolean isUp) {
    KeptPeer peer =
        kept.computeIfAbsent(
            id,
            key ->
                new KeptPeer(
                    key,
                    new BackOff(
                        settings.timing().minBackOffMillis(),
                        settings.timing().maxBackOffMillis(),
                        random)));
    boolean hadAddresses = peer.hasAddresses();
    peer.add(addresses);
    if (!isUp && !hadAddresses && peer.hasAddresses() && peer.phase == Phase.RESTING) {
      enqueue(peer);
    }
  }

  public void release(NodeId id) {
    KeptPeer peer = kept.remove(id);
    if (peer != null) {
      rest(peer);
    }
  }

  public boolean isKept(NodeId id) {
    return kept.containsKey(id);
  }

  /** Whether this is the link on which the peer's hello makes a session. */
  public boolean isUnconfirmed(Link link) {
    KeptPeer peer = kept.get(link.peer());
    return peer != null && link.equals(peer.unconfirmed);
  }

  /** A link that was waiting for the peer's hello has broken. */
  public void broken(Link link, String reason) {
    KeptPeer peer = kept.get(link.peer());
    if (peer != null && link.equals(peer.unconfirmed)) {
      peer.unconfirmed = null;
      failed(peer, reason);
    }
  }

  /** There is a session now, by this link or another: a dial under way is given up. */
  public void sessionUp(Link link) {
    KeptPeer peer = kept.get(link.peer());
    if (peer == null) {
      return;
    }
    if (link.equals(peer.unconfirmed)) {
      peer.unconfirmed = null;
    }
    rest(peer);
    if (link.dialled()) {
      peer.prefer(Addresses.of(link.remote()));
    }
  }

  /** A link from the peer may become the session: begins no dial, and gives up one just begun. */
  public void standBack(NodeId id) {
    KeptPeer peer = kept.get(id);
    if (peer != null && peer.unconfirmed == null) {
      rest(peer);
    }
  }

  /** There is no session (any more): dials after a pause, if nothing goes on already. */
  public void resume(NodeId id) {
    KeptPeer peer = kept.get(id);
    if (peer != null && peer.hasAddresses() && peer.phase == Phase.RESTING) {
      pause(peer);
    }
  }

  /** The last session was a success: pauses begin short again. */
  public void forgive(NodeId id) {
    KeptPeer peer = kept.get(id);
    if (peer != null) {
      peer.backOff.reset();
    }
  }

  public void close() {
    kept.values().forEach(this::rest);
    kept.clear();
    queued.clear();
  }

  private void enqueue(KeptPeer peer) {
    peer.cancelTimer();
    peer.phase = Phase.QUEUED;
    peer.startRound();
    queued.add(peer);
    loop.execute(this::dialQueued);
  }

  private void dialQueued() {
    while (dialling < settings.limits().maxDials()) {
      KeptPeer peer = queued.poll();
      if (peer == null) {
        return;
      }
      peer.phase = Phase.DIALLING;
      dialling++;
      dialNext(peer);
    }
  }

  private void dialNext(KeptPeer peer) {
    if (peer.isRoundOver()) {
      leaveDialling(peer);
      pause(peer);
      return;
    }
    long patience = settings.timing().dialMillis();
    peer.cancelTimer();
    peer.timer = loop.schedule(() -> timedOut(peer), patience, TimeUnit.MILLISECONDS);
    InetSocketAddress known = peer.nextFound();
    if (known != null) {
      dial(peer, known);
      return;
    }
    NodeAddress address = peer.nextToLookUp();
    Future<?> turn = peer.timer;
    names.find(
        address,
        results -> {
          if (turn.equals(peer.timer)) {
            lookedUp(peer, address, results);
          }
        });
  }

  private void lookedUp(KeptPeer peer, NodeAddress address, List<InetSocketAddress> results) {
    peer.lookedUp(results);
    InetSocketAddress first = peer.nextFound();
    if (first == null) {
      failed(peer, "the name " + address.host() + " is unknown");
    } else {
      dial(peer, first);
    }
  }

  private void dial(KeptPeer peer, InetSocketAddress address) {
    peer.attempt =
        carrier.dial(
            address,
            peer.id,
            new Carrier.Outcome() {
              @Override
              public void connected(Link link) {
                peer.attempt = null;
                peer.unconfirmed = link;
                opener.accept(link);
              }

              @Override
              public void failed(String reason) {
                peer.attempt = null;
                Dialler.this.failed(peer, address + ": " + reason);
              }
            });
  }

  private void timedOut(KeptPeer peer) {
    abandon(peer);
    failed(peer, "no answer within " + settings.timing().dialMillis() + " ms");
  }

  private void failed(KeptPeer peer, String reason) {
    LOG.debug("Dialling {} failed: {}", peer.id.abbreviated(), reason);
    tally.dialFailed();
    dialNext(peer);
  }

  private void pause(KeptPeer peer) {
    peer.phase = Phase.PAUSING;
    long pause = peer.backOff.nextMillis();
    peer.timer = loop.schedule(() -> enqueue(peer), pause, TimeUnit.MILLISECONDS);
  }

  private void rest(KeptPeer peer) {
    peer.cancelTimer();
    abandon(peer);
    queued.remove(peer);
    if (peer.phase == Phase.DIALLING) {
      leaveDialling(peer);
    }
    peer.phase = Phase.RESTING;
  }

  private void leaveDialling(KeptPeer peer) {
    peer.cancelTimer();
    dialling--;
    loop.execute(this::dialQueued);
  }

  private static void abandon(KeptPeer peer) {
    Carrier.@Nullable Attempt attempt = peer.attempt;
    if (attempt != null) {
      peer.attempt = null;
      attempt.cancel();
    }
    Link link = peer.unconfirmed;
    if (link != null) {
      peer.unconfirmed = null;
      link.close(CloseReason.NOT_WANTED);
    }
  }
}
