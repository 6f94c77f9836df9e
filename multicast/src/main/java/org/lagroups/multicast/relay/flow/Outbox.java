package org.lagroups.multicast.relay.flow;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** All chunks of one stream that a node sends on: a queue for each peer that it has a link to. */
public final class Outbox {

  /** While something waits to be relayed, one of so many chunks is one that was asked for. */
  static final int ANSWER_SHARE = 8;

  /**
   * What is on its way over all links together waits for about so long: what the node says of
   * itself takes the same way, and who reports late is taken for slow.
   */
  private static final long LIVE_WAIT_NANOS = 60_000_000;

  /**
   * The same for a file, where no chunk can be late: with fewer on the way, what has just arrived
   * is not always replaced before the uplink falls idle.
   */
  private static final long FILE_WAIT_NANOS = 80_000_000;

  /**
   * An uplink keeps the order, about: what has not come when something has that was sent so much
   * later is lost, or waits elsewhere.
   */
  private static final long OVERTAKEN_NANOS = 300_000_000;

  /** What nothing overtook is not waited for any longer either: the peer may be dead. */
  private static final long LONGEST_NANOS = 1_000_000_000;

  /** Chunks that may be on the way to one peer, and to all, in any case. */
  private static final long LEAST_CHUNKS = 2;

  private final Port port;
  private final long leastBytes;
  private final long waitNanos;
  private final NavigableMap<NodeId, PeerQueue> queues = new TreeMap<>();
  private final UplinkMeter meter;
  private final FlowWindow window;
  private final Uplink.Share share;
  private Runnable supply = () -> {};
  private @Nullable NodeId last;
  private int relayedSinceAnswer;
  private long passedNanos;
  private boolean wasCrowded;
  private long sentChunks;
  private long sentBytes;
  private long unsendable;
  private long droppedWithLinks;

  /** Where chunks leave. */
  @FunctionalInterface
  public interface Port {

    /** Sends an encoded chunk, best effort; false if it was not taken. */
    boolean send(NodeId to, Bytes message);
  }

  /**
   * An empty one.
   *
   * @param uplink of the node, over which all goes
   * @param chunkBytes how long a message with a chunk is about
   * @param isLive whether chunks can be too late
   */
  public Outbox(Port port, Uplink uplink, int chunkBytes, boolean isLive, long nowNanos) {
    this.port = port;
    this.leastBytes = LEAST_CHUNKS * chunkBytes;
    this.waitNanos = isLive ? LIVE_WAIT_NANOS : FILE_WAIT_NANOS;
    this.meter = new UplinkMeter(nowNanos);
    this.window = new FlowWindow(leastBytes, waitNanos, 0);
    this.share = uplink.share(this::sendNext, nowNanos);
    this.passedNanos = nowNanos;
  }

  /** Says who gives it more when a capped uplink could take more than there is. */
  public void suppliedBy(Runnable giver) {
    supply = giver;
  }

  /**
   * Whether something else that the node sends comes first: then there is as little of this on the
   * way as may be, and what the other leaves is taken.
   */
  public void giveWay(boolean gives) {
    window.aimAt(gives ? 0 : waitNanos);
  }

  /** Sends nothing any more. */
  public void close() {
    share.close();
    queues.clear();
  }

  /** Whether there is a link to the peer. */
  public boolean isLinked(NodeId peer) {
    return queues.containsKey(peer);
  }

  /** A link to a peer is there, with nothing on its way. */
  public void linkUp(NodeId peer) {
    queues.put(peer, new PeerQueue(leastBytes));
  }

  /** The link is gone, and all that was to go over it. */
  public void linkDown(NodeId peer) {
    PeerQueue queue = queues.remove(peer);
    droppedWithLinks += queue == null ? 0 : queue.dropped();
  }

  /** Takes the links to all others for gone. */
  public void keepOnly(Predicate<NodeId> peers) {
    List.copyOf(queues.keySet()).stream().filter(peers.negate()).forEach(this::linkDown);
  }

  /** Whether a chunk for the peer would go at once. */
  public boolean isOpen(long nowNanos, NodeId peer) {
    if (isCrowded(nowNanos)) {
      wasCrowded = true;
      return false;
    }
    return keepsUp(peer);
  }

  /** Whether a chunk for the peer would go at once as far as it depends on the peer. */
  public boolean keepsUp(NodeId peer) {
    PeerQueue queue = queues.get(peer);
    return queue != null && queue.isOpen();
  }

  /** Relays a chunk; it is dropped, and counted, if there is no link. */
  public void relay(long nowNanos, NodeId to, long sequence, Bytes message) {
    PeerQueue queue = queues.get(to);
    if (queue == null) {
      unsendable++;
      return;
    }
    queue.relay(sequence, message);
    pump(nowNanos);
  }

  /** Sends a chunk that a peer asked for, when there is time; false if too many wait. */
  public boolean answer(long nowNanos, NodeId to, long sequence, Bytes message) {
    PeerQueue queue = queues.get(to);
    boolean taken = queue != null && queue.answer(sequence, message);
    pump(nowNanos);
    return taken;
  }

  /** Whether one more answer for the peer would be taken. */
  public boolean hasRoomForAnswer(NodeId to) {
    PeerQueue queue = queues.get(to);
    return queue != null && queue.answers() < PeerQueue.MAX_ANSWERS;
  }

  /**
   * A peer says that it has got a chunk, and with it all that was sent to it before.
   *
   * @param atNanos when, by its clock
   */
  public void arrived(long nowNanos, NodeId peer, long sequence, long atNanos) {
    PeerQueue queue = queues.get(peer);
    long bytes = queue == null ? 0 : queue.arrived(sequence, atNanos, nowNanos);
    if (queue != null && bytes > 0) {
      meter.arrived(nowNanos, bytes);
      window.arrived(nowNanos, bytes, tripNanos() + queue.waitNanos(), wasCrowded);
      passedNanos = Math.max(passedNanos, queue.arrivedSentNanos());
      wasCrowded = false;
      pump(nowNanos);
    }
  }

  /** Forgets waiting chunks below a number. */
  public void forgetBelow(long sequence) {
    queues.values().forEach(queue -> queue.forgetBelow(sequence));
  }

  /** Sends what may be sent, and looks at the uplink. */
  public void work(long nowNanos) {
    queues.values().forEach(queue -> queue.giveUpLost(nowNanos));
    pump(nowNanos);
    boolean isHeldBack = wasCrowded || queues.values().stream().anyMatch(PeerQueue::isHeldBack);
    meter.look(nowNanos, isHeldBack && window.isFilling());
  }

  /** Whether the uplink is full; how much that is is known when it has been for a second. */
  public boolean isFull() {
    return meter.isFull();
  }

  /** What the uplink can carry in bytes per second; empty unless it was full just now. */
  public OptionalDouble capacity(long nowNanos) {
    return meter.capacity(nowNanos);
  }

  /** The most that the node lets go out here, in bytes per second; 0 if there is no cap. */
  public double cap(long nowNanos) {
    return share.allotment(nowNanos).orElse(0);
  }

  /** Bytes per second that arrive. */
  public double bytesPerSecond(long nowNanos) {
    return meter.bytesPerSecond(nowNanos);
  }

  /** Bytes that wait to be relayed to somebody. */
  public long waitingBytes() {
    return queues.values().stream().mapToLong(PeerQueue::waitingBytes).sum();
  }

  /** From a chunk's sending until it was acknowledged, the mean over all peers; 0 if unknown. */
  public double roundTripMillis() {
    return queues.values().stream()
        .mapToDouble(PeerQueue::roundTripMillis)
        .filter(millis -> millis > 0)
        .average()
        .orElse(0);
  }

  /** The same for one peer, at its least, and in microseconds; empty if unknown. */
  public OptionalLong leastRoundTripMicros(NodeId peer) {
    PeerQueue queue = queues.get(peer);
    OptionalLong least = queue == null ? OptionalLong.empty() : queue.leastRoundTripNanos();
    return least.isPresent() ? OptionalLong.of(least.getAsLong() / 1_000) : OptionalLong.empty();
  }

  public long sentChunks() {
    return sentChunks;
  }

  public long sentBytes() {
    return sentBytes;
  }

  /** Chunks that were not sent: no link, or too much waited for it. */
  public long dropped() {
    return unsendable
        + droppedWithLinks
        + queues.values().stream().mapToLong(PeerQueue::dropped).sum();
  }

  private void pump(long nowNanos) {
    if (share.isCapped()) {
      share.pump(nowNanos);
    } else {
      pumpFreely(nowNanos);
    }
  }

  /** Sends one chunk when the uplink has it to give; answers its length, 0 if nothing goes. */
  private int sendNext(long nowNanos) {
    int bytes = sendOne(nowNanos);
    if (bytes == 0) {
      supply.run();
      bytes = sendOne(nowNanos);
    }
    return bytes;
  }

  private int sendOne(long nowNanos) {
    if (isCrowded(nowNanos)) {
      wasCrowded |= queues.values().stream().anyMatch(PeerQueue::waits);
      return 0;
    }
    long before = sentBytes;
    boolean waits = queues.values().stream().anyMatch(PeerQueue::hasRelayed);
    boolean answersFirst = !waits || relayedSinceAnswer >= ANSWER_SHARE;
    if (answersFirst && sendInTurn(nowNanos, true)) {
      relayedSinceAnswer = 0;
    } else if (sendInTurn(nowNanos, false)) {
      relayedSinceAnswer++;
    }
    return (int) (sentBytes - before);
  }

  /** Who is behind the peer that got something last comes first. */
  private boolean sendInTurn(long nowNanos, boolean isAnswer) {
    NodeId from = last;
    return from == null
        ? sendToFirst(nowNanos, isAnswer, queues)
        : sendToFirst(nowNanos, isAnswer, queues.tailMap(from, false))
            || sendToFirst(nowNanos, isAnswer, queues.headMap(from, true));
  }

  private boolean sendToFirst(long nowNanos, boolean isAnswer, Map<NodeId, PeerQueue> of) {
    for (Map.Entry<NodeId, PeerQueue> entry : of.entrySet()) {
      PeerQueue queue = entry.getValue();
      boolean waits = isAnswer ? queue.hasAnswers() : queue.hasRelayed();
      if (waits && send(nowNanos, entry.getKey(), isAnswer)) {
        last = entry.getKey();
        return true;
      }
    }
    return false;
  }

  private void pumpFreely(long nowNanos) {
    boolean hasSent = true;
    while (hasSent) {
      hasSent = sendOne(nowNanos) > 0;
    }
  }

  /** Whether the uplink has enough to do. What was overtaken by far is not there any longer. */
  private boolean isCrowded(long nowNanos) {
    long since = Math.max(passedNanos - OVERTAKEN_NANOS, nowNanos - LONGEST_NANOS);
    long flying = 0;
    for (PeerQueue queue : queues.values()) {
      flying += queue.flyingBytes(since);
    }
    return flying >= window.bytes();
  }

  /** To the nearest peer and back, when nothing waits. */
  private long tripNanos() {
    return queues.values().stream()
        .flatMapToLong(queue -> queue.leastRoundTripNanos().stream())
        .min()
        .orElse(0);
  }

  private boolean send(long nowNanos, NodeId peer, boolean isAnswer) {
    PeerQueue queue = queues.get(peer);
    if (queue == null) {
      return false;
    }
    if (!queue.hasRoom()) {
      queue.heldBack();
      return false;
    }
    Bytes message = queue.next(isAnswer).message();
    if (!port.send(peer, message)) {
      return false;
    }
    queue.sent(isAnswer, nowNanos);
    sentChunks++;
    sentBytes += message.length();
    share.sent(nowNanos, message.length());
    return true;
  }
}
