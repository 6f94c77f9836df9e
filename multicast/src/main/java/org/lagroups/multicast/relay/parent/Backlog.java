package org.lagroups.multicast.relay.parent;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.relay.held.SequenceSet;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.Held;

/** The chunks that wait to be sent for the first time, and those that have been. */
final class Backlog {

  /** The most chunks that wait in file mode. */
  static final int MAX_WAITING = 64;

  /** The same in live mode, where they wait no longer than the latency. */
  static final int MAX_WAITING_LIVE = 4_096;

  private final boolean isLive;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private @Nullable SequenceSet sent;
  private long streamEnd = Long.MAX_VALUE;

  private record Waiting(SealedChunk chunk, long nanos) {}

  Backlog(boolean isLive) {
    this.isLive = isLive;
  }

  /** Whether one more chunk may wait; in live mode the oldest makes room. */
  boolean hasRoom() {
    return isLive || waiting.size() < MAX_WAITING;
  }

  boolean isFull() {
    return waiting.size() >= (isLive ? MAX_WAITING_LIVE : MAX_WAITING);
  }

  int size() {
    return waiting.size();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** For how long the first has waited; 0 if none does. */
  long waitedNanos(long nowNanos) {
    return waiting.isEmpty() ? 0 : nowNanos - waiting.getFirst().nanos();
  }

  void add(SealedChunk chunk, long nowNanos) {
    waiting.add(new Waiting(chunk, nowNanos));
  }

  /** The one that has waited longest. */
  SealedChunk first() {
    return waiting.element().chunk();
  }

  /** The first will never be sent. */
  SealedChunk drop() {
    return waiting.remove().chunk();
  }

  /** The first is sent now. */
  void send() {
    SealedChunk chunk = waiting.remove().chunk();
    long sequence = chunk.chunk().sequence();
    SequenceSet all = sent == null ? new SequenceSet(isLive ? sequence : 0) : sent;
    if (!all.reaches(sequence)) {
      all.addBelow(sequence);
    }
    all.add(sequence);
    sent = all;
    if (chunk.proof().isLastBatch()) {
      streamEnd = chunk.proof().batchEnd();
    }
  }

  /** All chunks below this count as sent. */
  void startAt(long below) {
    if (sent == null) {
      sent = new SequenceSet(below);
    } else {
      sent.addBelow(below);
    }
  }

  /** Only the last chunk of the stream waits: without it nobody knows that it has ended. */
  boolean isOnlyTheLast() {
    return waiting.size() == 1 && first().proof().isLastBatch();
  }

  /** Whether the stream has ended and all of it was sent once. */
  boolean isOver() {
    return sent != null && sent.below() >= streamEnd;
  }

  boolean wasSent(long sequence) {
    return sent != null && sent.has(sequence);
  }

  /** What was sent. */
  Held sent() {
    return sent == null ? Held.NOTHING : sent.held();
  }

  /** Nothing was sent from this sequence on. */
  long end() {
    return sent == null ? 0 : sent.end();
  }
}
