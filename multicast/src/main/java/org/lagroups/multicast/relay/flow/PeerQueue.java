package org.lagroups.multicast.relay.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.OptionalLong;
import org.lagroups.machine.Bytes;

/**
 * The chunks for one peer: those that wait, and those that are on the way. What is relayed goes
 * before what was asked for.
 */
final class PeerQueue {

  /** The most bytes that wait to be relayed; when there would be more the oldest are dropped. */
  static final long MAX_WAITING_BYTES = 8L << 20;

  /** The most chunks that wait because the peer asked for them; more are not taken. */
  static final int MAX_ANSWERS = 64;

  /** So long after the last chunk was sent an acknowledgement does not come any more. */
  private static final long LOST_NANOS = 5_000_000_000L;

  /**
   * So many times the least may be on the way at first. That a tree's window and those of its links
   * begin small would make a start slow, as each grows only while it is the one that limits; what
   * the node's own uplink carries is found out by the window over all its links.
   */
  private static final int FIRST = 4;

  private static final long WAIT_NANOS = 400_000_000;
  private static final double WAIT_SHARE = 1;

  private final Deque<Waiting> relayed = new ArrayDeque<>();
  private final Deque<Waiting> answers = new ArrayDeque<>();
  private final Deque<Flying> flying = new ArrayDeque<>();
  private final FlowWindow window;
  private final WayThere way = new WayThere();
  private long waitingBytes;
  private long flyingBytes;
  private long dropped;
  private long arrivedSentNanos;
  private boolean wasFull;
  private double roundTripNanos;

  /** What waits. */
  record Waiting(long sequence, Bytes message) {}

  private record Flying(long sequence, int bytes, long sentNanos) {}

  PeerQueue(long leastBytes) {
    this.window = new FlowWindow(leastBytes, FIRST * leastBytes, WAIT_NANOS, WAIT_SHARE);
  }

  /** Lets a chunk wait to be relayed. */
  void relay(long sequence, Bytes message) {
    relayed.add(new Waiting(sequence, message));
    waitingBytes += message.length();
    while (waitingBytes > MAX_WAITING_BYTES) {
      waitingBytes -= relayed.remove().message().length();
      dropped++;
    }
  }

  /** Lets a chunk wait that the peer asked for; false if too many do. */
  boolean answer(long sequence, Bytes message) {
    return answers.size() < MAX_ANSWERS && answers.add(new Waiting(sequence, message));
  }

  boolean hasRelayed() {
    return !relayed.isEmpty();
  }

  int answers() {
    return answers.size();
  }

  boolean hasAnswers() {
    return !answers.isEmpty();
  }

  /** Whether there is room for one more on the way. */
  boolean hasRoom() {
    return flying.isEmpty() || flyingBytes + flying.getLast().bytes() <= window.bytes();
  }

  /** Whether a chunk that came now would go at once; if not, something is taken to be held back. */
  boolean isOpen() {
    wasFull |= !hasRoom();
    return relayed.isEmpty() && hasRoom();
  }

  /** Whether something is not on the way yet. */
  boolean waits() {
    return !relayed.isEmpty() || !answers.isEmpty();
  }

  /** How long the chunk waited on its way that came last. */
  long waitNanos() {
    return way.waitNanos();
  }

  /** Bytes that are on the way, of those that were sent after some time. */
  long flyingBytes(long sinceNanos) {
    long bytes = 0;
    Iterator<Flying> latestFirst = flying.descendingIterator();
    while (latestFirst.hasNext()) {
      Flying one = latestFirst.next();
      if (one.sentNanos() - sinceNanos <= 0) {
        break;
      }
      bytes += one.bytes();
    }
    return bytes;
  }

  /** When the chunk was sent that the peer got last. */
  long arrivedSentNanos() {
    return arrivedSentNanos;
  }

  /** Bytes that wait to be relayed. */
  long waitingBytes() {
    return waitingBytes;
  }

  /** From sending to acknowledgement, smoothed; 0 if nothing was acknowledged yet. */
  double roundTripMillis() {
    return roundTripNanos / 1e6;
  }

  /** From sending to acknowledgement when nothing waits; empty if nothing was acknowledged yet. */
  OptionalLong leastRoundTripNanos() {
    return way.tripNanos();
  }

  /** How many were dropped since too much waited. */
  long dropped() {
    return dropped;
  }

  Waiting next(boolean isAnswer) {
    return isAnswer ? answers.element() : relayed.element();
  }

  /** The next one has been sent. */
  void sent(boolean isAnswer, long nowNanos) {
    Waiting sent = isAnswer ? answers.remove() : relayed.remove();
    int bytes = sent.message().length();
    waitingBytes -= isAnswer ? 0 : bytes;
    flying.add(new Flying(sent.sequence(), bytes, nowNanos));
    flyingBytes += bytes;
  }

  /** Whether chunks wait that the window holds back. */
  boolean isHeldBack() {
    return wasFull;
  }

  /** Chunks wait that the window holds back. */
  void heldBack() {
    wasFull = true;
  }

  /**
   * The peer has got this chunk, and so, as a link keeps the order, all that were sent before it.
   *
   * @param atNanos when it came, by the peer's clock
   * @return how many bytes that is; 0 if the chunk was not sent
   */
  long arrived(long sequence, long atNanos, long nowNanos) {
    if (!isFlying(sequence)) {
      return 0;
    }
    long bytes = 0;
    Flying last;
    do {
      last = flying.remove();
      bytes += last.bytes();
    } while (last.sequence() != sequence);
    flyingBytes -= bytes;
    arrivedSentNanos = last.sentNanos();
    long took = nowNanos - last.sentNanos();
    roundTripNanos = roundTripNanos == 0 ? took : 0.875 * roundTripNanos + 0.125 * took;
    window.arrived(nowNanos, bytes, way.arrived(nowNanos, last.sentNanos(), atNanos), wasFull);
    wasFull = !hasRoom();
    return bytes;
  }

  /**
   * Waits no longer for what should have been acknowledged long ago: whoever was not a neighbour of
   * this node yet took no notice of it, and would get nothing ever after.
   */
  void giveUpLost(long nowNanos) {
    if (!flying.isEmpty() && nowNanos - flying.getLast().sentNanos() >= LOST_NANOS) {
      flying.clear();
      flyingBytes = 0;
    }
  }

  /** Forgets chunks below a number that wait. */
  void forgetBelow(long sequence) {
    for (Iterator<Waiting> all = relayed.iterator(); all.hasNext(); ) {
      Waiting waiting = all.next();
      if (waiting.sequence() < sequence) {
        all.remove();
        waitingBytes -= waiting.message().length();
        dropped++;
      }
    }
    answers.removeIf(waiting -> waiting.sequence() < sequence);
  }

  private boolean isFlying(long sequence) {
    for (Flying one : flying) {
      if (one.sequence() == sequence) {
        return true;
      }
    }
    return false;
  }
}
