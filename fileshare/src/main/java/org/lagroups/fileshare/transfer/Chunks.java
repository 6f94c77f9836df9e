package org.lagroups.fileshare.transfer;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.machine.NodeId;

/** Which parts of a file are there, on their way, or still to be asked for. */
final class Chunks {

  /** Leaves asked for at once. */
  static final int LEAVES = FileRequest.FetchLeaves.MAX_LEAVES;

  /** From how many members a chunk is awaited at most. */
  static final int MAX_FLIGHTS = 2;

  private final TreeShape shape;
  private final int count;
  private final BitSet done = new BitSet();
  private final Deque<Integer> returned = new ArrayDeque<>();

  /** The oldest first. */
  private final Map<Integer, Flight> flights = new LinkedHashMap<>();

  private int next;
  private long doneBytes;

  private record Flight(long sinceMillis, Set<NodeId> from) {}

  /** With these leaves there already. */
  Chunks(TreeShape shape, BitSet leaves) {
    this.shape = shape;
    this.count = (shape.leafCount() + LEAVES - 1) / LEAVES;
    for (int chunk = 0; chunk < count; chunk++) {
      LeafRange range = range(chunk);
      if (leaves.nextClearBit(range.first()) >= range.end()) {
        complete(chunk);
      }
    }
  }

  LeafRange range(int chunk) {
    int first = chunk * LEAVES;
    return new LeafRange(first, Math.min(LEAVES, shape.leafCount() - first));
  }

  /** A chunk that nobody has been asked for. */
  OptionalInt take(NodeId holder, long nowMillis) {
    while (!returned.isEmpty()) {
      int chunk = returned.removeFirst();
      if (!done.get(chunk) && !flights.containsKey(chunk)) {
        return depart(chunk, holder, nowMillis);
      }
    }
    next = done.nextClearBit(next);
    if (next >= count) {
      return OptionalInt.empty();
    }
    return depart(next++, holder, nowMillis);
  }

  /** A chunk that another member was asked for long ago. */
  OptionalInt takeLate(NodeId holder, long beforeMillis, long nowMillis) {
    for (Map.Entry<Integer, Flight> entry : flights.entrySet()) {
      Flight flight = entry.getValue();
      if (flight.sinceMillis() > beforeMillis) {
        return OptionalInt.empty();
      }
      if (flight.from().size() < MAX_FLIGHTS && !flight.from().contains(holder)) {
        return depart(entry.getKey(), holder, nowMillis);
      }
    }
    return OptionalInt.empty();
  }

  /** A member did not deliver a chunk. */
  void giveBack(int chunk, NodeId holder) {
    Flight flight = flights.get(chunk);
    if (flight != null && flight.from().remove(holder) && flight.from().isEmpty()) {
      flights.remove(chunk);
      returned.addLast(chunk);
    }
  }

  /** Whether the chunk is not there yet. */
  boolean isMissing(int chunk) {
    return !done.get(chunk);
  }

  void complete(int chunk) {
    flights.remove(chunk);
    if (!done.get(chunk)) {
      done.set(chunk);
      doneBytes += shape.bytesOf(range(chunk));
    }
  }

  boolean isComplete() {
    return doneBytes == shape.lengthBytes();
  }

  long doneBytes() {
    return doneBytes;
  }

  private OptionalInt depart(int chunk, NodeId holder, long nowMillis) {
    flights.computeIfAbsent(chunk, c -> new Flight(nowMillis, new HashSet<>())).from().add(holder);
    return OptionalInt.of(chunk);
  }
}
