package org.lagroups.multicast.protocol;

import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.Entry;
import org.lagroups.multicast.protocol.entry.EntryFailure;
import org.lagroups.multicast.protocol.entry.EntryListener;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.relay.RelayVerdict;
import org.lagroups.multicast.relay.Wiring;
import org.lagroups.multicast.relay.child.Member;
import org.lagroups.multicast.relay.child.MemberListener;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.chunk.ChunkVerifier;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.RelayMessage;
import org.lagroups.multicast.wire.StreamMessage;

/** A stream that this node receives, and passes on as its parent says. */
public final class ReceivedStream {

  private final Environment<?> environment;
  private final StreamLink link;
  private final CastPorts ports;
  private final long latencyMillis;
  private final ReceivedListener listener;
  private final Entry entry;
  private @Nullable SignedHeader header;
  private @Nullable GroupId group;
  private @Nullable Beginning beginning;
  private @Nullable Member member;
  private boolean isCompleted;
  private boolean isTaken; // set by the member while it takes a chunk

  private record Beginning(ChunkStore store, long below, BitSet above) {}

  ReceivedStream(
      Environment<?> environment,
      CastPorts ports,
      StreamLink link,
      long latencyMillis,
      ReceivedListener listener) {
    this.environment = environment;
    this.link = link;
    this.ports = ports;
    this.latencyMillis = latencyMillis;
    this.listener = listener;
    this.entry = new Entry(environment, link, ports.groups(), ports.signatures(), new News());
  }

  public StreamLink link() {
    return link;
  }

  /** The side towards parent and siblings, once it is there. */
  public @Nullable Member member() {
    return member;
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
    join();
  }

  void onMessage(NodeId from, CastMessage message, Bytes encoded) {
    switch (message) {
      case StreamMessage.HeaderAnswer answer -> entry.onHeader(from, answer);
      case StreamMessage.Admission admission -> entry.onAdmission(from, admission);
      case StreamMessage.Denial denial -> entry.onDenial(from, denial);
      default -> {
        if (member != null) {
          pass(member, from, message, encoded);
        }
      }
    }
  }

  void onLinkUp(NodeId peer) {
    entry.onLinkUp(peer);
    if (member != null) {
      member.onLinkUp(peer);
    }
  }

  void onLinkDown(NodeId peer) {
    if (member != null) {
      member.onLinkDown(peer);
    }
  }

  void tick() {
    entry.tick();
    if (member != null) {
      member.tick();
      complete(member);
    }
  }

  void close() {
    entry.close();
  }

  private void pass(Member to, NodeId from, CastMessage message, Bytes encoded) {
    switch (message) {
      case StreamMessage.ChunkMessage chunk -> {
        isTaken = false;
        if (Objects.requireNonNull(beginning).store().hasRoom()) {
          to.onChunk(from, chunk, encoded);
        }
        if (isTaken) {
          ports.conduct().delivered(from, encoded.length());
        }
        complete(to);
      }
      case RelayMessage.Roster roster -> to.onRoster(from, roster);
      case RelayMessage.Report report -> to.onReport(from, report);
      case RelayMessage.Want want -> to.onWant(from, want);
      case RelayMessage.Progress progress -> to.onProgress(from, progress);
      default -> {} // what is for a source; this node is none of this stream
    }
  }

  private void join() {
    if (header == null || group == null || beginning == null || member != null) {
      return;
    }
    ChunkVerifier verifier = new ChunkVerifier(header, ports.signatures());
    member =
        new Member(
            new Wiring(environment, header.id()),
            entry.source(),
            CastMachine.relaySettings(header.header(), latencyMillis),
            beginning.store(),
            beginning.below(),
            verifier::check,
            new Arrivals());
    beginning.above().stream().forEach(member::hasAlready);
  }

  private void complete(Member of) {
    if (!isCompleted && of.isComplete()) {
      isCompleted = true;
      listener.completed();
    }
  }

  private final class News implements EntryListener {

    @Override
    public void found(SignedHeader found) {
      header = found;
      listener.found(found);
    }

    @Override
    public void entered(GroupId entered) {
      group = Objects.requireNonNull(entered);
      join();
    }

    @Override
    public void failed(EntryFailure why) {
      listener.failed(why);
    }
  }

  private final class Arrivals implements MemberListener {

    @Override
    public void taken(SealedChunk chunk) {
      isTaken = true;
      listener.taken(chunk);
    }

    @Override
    public void advanced(long below) {
      listener.advanced(below);
    }

    @Override
    public void judged(RelayVerdict verdict) {
      ports.conduct().judged(verdict);
    }
  }
}
