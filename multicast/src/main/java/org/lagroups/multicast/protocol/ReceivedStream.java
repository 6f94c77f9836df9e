package org.lagroups.multicast.protocol;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.drive.Surroundings;
import org.lagroups.multicast.protocol.entry.Entry;
import org.lagroups.multicast.protocol.entry.EntryFailure;
import org.lagroups.multicast.protocol.entry.EntryListener;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.relay.child.Member;
import org.lagroups.multicast.relay.parent.Distributor;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.StreamMessage;

/** A stream that this node receives, and passes on as its parent says, and to its children. */
public final class ReceivedStream {

  private final StreamLink link;
  private final Surroundings node;
  private final CastPorts ports;
  private final long latencyMillis;
  private final ReceivedListener listener;
  private final Entry entry;
  private StreamMessage.@Nullable Admission admission;
  private @Nullable SignedHeader header;
  private @Nullable Beginning beginning;
  private @Nullable Receiving receiving;
  private boolean isOver;

  private record Beginning(ChunkStore store, long below, BitSet above) {}

  ReceivedStream(
      Surroundings node,
      CastPorts ports,
      StreamLink link,
      long latencyMillis,
      ReceivedListener listener) {
    this.node = node;
    this.link = link;
    this.ports = ports;
    this.latencyMillis = latencyMillis;
    this.listener = listener;
    this.entry = new Entry(node.environment(), link, node.links(), ports.signatures(), new News());
  }

  public StreamLink link() {
    return link;
  }

  /** The side towards parent and siblings, once it is there. */
  public @Nullable Member member() {
    return receiving == null ? null : receiving.member();
  }

  /** The side towards the children, once this node may look for a place. */
  public Optional<Distributor> distributor() {
    return Optional.ofNullable(receiving).map(Receiving::distributor);
  }

  /** The place in the tree, once this node may look for one. */
  public Optional<Tree> tree() {
    return Optional.ofNullable(receiving).map(place -> place.tree().tree());
  }

  /**
   * Begins to take chunks, once the header is known; before, what comes is dropped.
   *
   * @param below this many are in the store already, from before a restart
   */
  public void begin(ChunkStore store, long below) {
    begin(store, below, new BitSet());
  }

  /**
   * The same, with more there already.
   *
   * @param above sequences above {@code below}, whose chunks this node does not give away
   */
  public void begin(ChunkStore store, long below, BitSet above) {
    beginning = new Beginning(store, below, (BitSet) above.clone());
    look();
  }

  /**
   * Whether all that there will be is here or given up, and the same holds for those to whom this
   * node sends it. Before, a live stream would be cut off for them if this node left.
   */
  public boolean isDelivered() {
    return receiving != null && receiving.isDelivered();
  }

  /**
   * Whether the source has ended the stream, or does not know it any more: what is missing still
   * may come from others, if they have it.
   */
  public boolean isEnded() {
    return receiving != null && receiving.ending().isKnown();
  }

  /**
   * For how long no sign of the source has come, by whatever way; 0 before a place was found. As
   * long as the source is there, there is one twice a second, even if it has nothing to send.
   */
  public long sourceSilentMillis() {
    return receiving == null ? 0 : receiving.sourceSilentMillis();
  }

  void onMessage(NodeId from, CastMessage message, Bytes encoded) {
    switch (message) {
      case StreamMessage.HeaderAnswer answer -> entry.onHeader(from, answer);
      case StreamMessage.Admission admitted -> entry.onAdmission(from, admitted);
      case StreamMessage.Denial denial -> {
        entry.onDenial(from, denial);
        if (receiving != null) {
          receiving.ending().onDenial(from, denial);
        }
      }
      default -> {
        if (receiving != null) {
          receiving.onMessage(from, message, encoded);
        }
      }
    }
  }

  void onLinkUp(NodeId peer) {
    entry.onLinkUp(peer);
    if (receiving != null) {
      receiving.onLinkUp(peer);
    }
  }

  void onLinkDown(NodeId peer) {
    if (receiving != null) {
      receiving.onLinkDown(peer);
    }
  }

  void tick() {
    entry.tick();
    Receiving place = receiving;
    if (place != null) {
      place.tick();
      if (place.isHopeless()) {
        EntryFailure why = place.isAlone() ? EntryFailure.VANISHED : EntryFailure.FULL;
        close();
        listener.failed(why);
      }
    }
  }

  void close() {
    isOver = true;
    entry.close();
    if (receiving != null) {
      receiving.close();
      receiving = null;
    }
  }

  private void look() {
    SignedHeader known = header;
    StreamMessage.Admission admitted = admission;
    Beginning from = beginning;
    if (isOver || known == null || admitted == null || from == null || receiving != null) {
      return;
    }
    receiving =
        new Receiving(
            node,
            ports,
            known,
            admitted,
            link.source(),
            from.store(),
            from.below(),
            from.above(),
            CastMachine.relaySettings(known.header(), latencyMillis),
            listener);
  }

  private final class News implements EntryListener {

    @Override
    public void found(SignedHeader found) {
      header = found;
      listener.found(found);
    }

    @Override
    public void admitted(StreamMessage.Admission given) {
      admission = given;
      look();
    }

    @Override
    public void failed(EntryFailure why) {
      listener.failed(why);
    }
  }
}
