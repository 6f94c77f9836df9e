package org.lagroups.multicast.relay.parent;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.relay.Wiring;
import org.lagroups.multicast.relay.flow.Outbox;
import org.lagroups.multicast.relay.tree.Flight;
import org.lagroups.multicast.relay.tree.Ledger;
import org.lagroups.multicast.relay.tree.Members;
import org.lagroups.multicast.relay.tree.Shape;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.RelayMessage.Report;

/**
 * Sends chunks again, before all new ones, to those who lack them: the first time through one of
 * them, if they are several, or at the end of a file through one who has nothing else to send, and
 * after that to each.
 */
final class Repairs {

  /** After so many that cannot go yet the others are not tried. */
  private static final int MAX_HELD = 8;

  /** So long members who have just come may take to get links to each other. */
  private static final long LINKING_NANOS = 1_000_000_000;

  private static final Comparator<Child> FASTEST_FIRST =
      Comparator.comparingDouble(child -> -child.uplink().bytesPerSecond());

  private final Wiring wiring;
  private final Children children;
  private final Outbox outbox;
  private final ChunkStore store;
  private final Map<Long, Flight> waiting = new LinkedHashMap<>();
  private boolean isFinishing;
  private long sent;

  Repairs(Wiring wiring, Children children, Outbox outbox, ChunkStore store) {
    this.wiring = wiring;
    this.children = children;
    this.outbox = outbox;
    this.store = store;
  }

  /** How many chunks were sent again. */
  long sent() {
    return sent;
  }

  /** A chunk has to go once more. At most as many wait as are in the ledger. */
  void add(Flight flight) {
    waiting.put(flight.sequence(), flight);
  }

  /** The same for one of the last, for which all have time. */
  void finish(Flight flight) {
    isFinishing = true;
    add(flight);
  }

  /** Sends what may be sent. */
  void work(long nowNanos, Ledger ledger) {
    int held = 0;
    for (Flight flight : List.copyOf(waiting.values())) {
      if (held >= MAX_HELD) {
        break;
      }
      if (flight.missing() == 0 || !ledger.has(flight)) {
        waiting.remove(flight.sequence());
      } else {
        Shape way = way(flight);
        if (mayFindHub(flight, way, nowNanos)) {
          continue;
        }
        if (isOpen(way)) {
          waiting.remove(flight.sequence());
          flight.resend(way, nowNanos);
          store.fetch(flight.sequence(), chunk -> send(chunk, way));
        } else if (flight.mostNanosAgo(nowNanos) > 0 && !isAnybody(way, outbox::keepsUp)) {
          // Whoever does not take what most have is slow, and must not hold up what others lack.
          waiting.remove(flight.sequence());
        } else {
          held++;
        }
      }
    }
  }

  private Shape way(Flight flight) {
    long missing = flight.missing();
    if (isFinishing && !flight.isForLatecomers() && flight.resends() == 0) {
      return idleHub(flight).orElseGet(() -> Shape.star(missing));
    }
    if (Long.bitCount(missing) < Latecomers.FEW || flight.resends() > 0) {
      return Shape.star(missing);
    }
    List<Child> hubs =
        children.all().stream()
            .filter(child -> Members.has(missing, child.number()) && reaches(child, missing))
            .filter(child -> flight.isForLatecomers() || outbox.isOpen(wiring.now(), child.node()))
            .sorted(FASTEST_FIRST)
            .toList();
    if (hubs.isEmpty()) {
      return Shape.star(missing);
    }
    return Shape.hub(inTurn(hubs, flight).number(), missing);
  }

  /** Through one who has nothing else to do, even if it has the chunk itself. */
  private Optional<Shape> idleHub(Flight flight) {
    long missing = flight.missing();
    List<Child> hubs =
        children.all().stream()
            .filter(child -> isIdle(child) && reaches(child, missing))
            .sorted(FASTEST_FIRST)
            .toList();
    if (hubs.isEmpty() || Long.bitCount(missing) == 1) {
      return Optional.empty();
    }
    int hub = inTurn(hubs, flight).number();
    return Optional.of(Shape.hub(hub, missing | Members.of(hub)));
  }

  /** Of the fast ones, each in turn. */
  private static Child inTurn(List<Child> fastestFirst, Flight flight) {
    double least = fastestFirst.getFirst().uplink().bytesPerSecond() / 2;
    long fast = fastestFirst.stream().filter(hub -> hub.uplink().bytesPerSecond() >= least).count();
    return fastestFirst.get((int) (flight.sequence() % fast));
  }

  private static boolean isIdle(Child child) {
    Report report = child.report();
    return report != null && report.waitingBytes() == 0;
  }

  /** Members who have just come will soon have links to each other. */
  private static boolean mayFindHub(Flight flight, Shape way, long nowNanos) {
    return way.relays() == 0
        && flight.resends() == 0
        && flight.isForLatecomers()
        && flight.ageNanos(nowNanos) < LINKING_NANOS;
  }

  private boolean reaches(Child hub, long members) {
    return hub.isRelay()
        && Members.list(members).stream()
            .filter(number -> number != hub.number())
            .map(children::find)
            .allMatch(other -> other != null && hub.reaches(other));
  }

  /** One who does not take it now must not keep it from the others. */
  private boolean isOpen(Shape way) {
    return isAnybody(way, root -> outbox.isOpen(wiring.now(), root));
  }

  private boolean isAnybody(Shape way, Predicate<NodeId> condition) {
    return way.to(Shape.PARENT).stream()
        .map(children::find)
        .anyMatch(root -> root != null && condition.test(root.node()));
  }

  private void send(SealedChunk chunk, Shape way) {
    Bytes message = wiring.encoded(chunk, way.route(children.epoch()));
    for (int root : way.to(Shape.PARENT)) {
      Child child = children.find(root);
      if (child != null) {
        outbox.relay(wiring.now(), child.node(), chunk.chunk().sequence(), message);
        sent++;
      }
    }
  }
}
