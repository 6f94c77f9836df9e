package org.lagroups.multicast.relay.parent;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.RelaySettings;
import org.lagroups.multicast.relay.RelayVerdict;
import org.lagroups.multicast.relay.RelayVerdict.Reason;
import org.lagroups.multicast.relay.tree.Flight;
import org.lagroups.multicast.relay.tree.Ledger;
import org.lagroups.multicast.relay.tree.Members;
import org.lagroups.multicast.relay.tree.Shape;
import org.lagroups.multicast.wire.RelayMessage.Report;
import org.lagroups.multicast.wire.RelayMessage.Sender;

/**
 * Finds members who are silent, behind, or do not pass on what they get, and chunks that are late.
 */
final class Watch {

  private static final long LEAST_LATE_NANOS = 700_000_000;
  private static final long LATE_MARGIN_NANOS = 300_000_000;

  /** What was sent before somebody came is no more urgent than what is new. */
  private static final long LATECOMER_NANOS = 1_500_000_000;

  /** Each time that a chunk is sent again it is waited for twice as long; at most so often. */
  private static final int MAX_DOUBLINGS = 4;

  /** In file mode it is waited for so much longer where it is known to wait for its turn. */
  private static final int QUEUED_PATIENCE = 2;

  /** When there is nothing else to send it is waited for only so long before it goes again. */
  private static final long LAST_NANOS = 300_000_000;

  /** In live mode it is waited for no longer than this part of the latency. */
  private static final int LIVE_PATIENCE = 3;

  /** Who lacks a chunk that most have had for so long is behind. */
  private static final long BEHIND_NANOS = 1_500_000_000;

  /** The same in file mode: nobody waits for it, and uplinks may still have to be found out. */
  private static final long BEHIND_IN_FILE_NANOS = 4_000_000_000L;

  /** Who lacks a chunk that most have had for so long is not waited for, and blames nobody. */
  private static final long LAGGING_NANOS = 300_000_000;

  private final Children children;
  private final Ledger ledger;
  private final RelaySettings settings;
  private final DistributorListener listener;
  private long lagging;

  Watch(Children children, Ledger ledger, RelaySettings settings, DistributorListener listener) {
    this.children = children;
    this.ledger = ledger;
    this.settings = settings;
    this.listener = listener;
  }

  /** Those who have become silent. */
  List<Child> silenced(long nowNanos) {
    List<Child> silenced = new ArrayList<>();
    for (Child child : children.all()) {
      boolean isLate = child.silentNanos(nowNanos) >= RelaySettings.SILENCE_MILLIS * 1_000_000;
      if (child.isLinked() && !child.isSilent() && isLate) {
        child.silent();
        silenced.add(child);
        judge(child, Reason.SILENT, List.of());
      }
    }
    return silenced;
  }

  /** Those who no longer keep up. */
  List<Child> fallenBehind(long nowNanos) {
    long behind = lacking(settings.isLive() ? BEHIND_NANOS : BEHIND_IN_FILE_NANOS, nowNanos);
    lagging = lacking(LAGGING_NANOS, nowNanos);
    for (Flight flight : ledger.flights()) {
      // Nobody else need wait for them: their trees' windows are for the others.
      if (flight.mostNanosAgo(nowNanos) > 0 && (flight.missing() & ~lagging) == 0) {
        flight.release();
      }
    }
    List<Child> fallen = new ArrayList<>();
    for (Child child : children.all()) {
      boolean isBehind = child.isServed() && Members.has(behind, child.number());
      if (child.pace().look(nowNanos, isBehind)) {
        fallen.add(child);
        judge(child, Reason.SLOW, List.of());
      }
    }
    return fallen;
  }

  /** Those who lack a chunk that most have had for so long. */
  private long lacking(long sinceNanos, long nowNanos) {
    long lacking = 0;
    for (Flight flight : ledger.flights()) {
      lacking |= flight.mostNanosAgo(nowNanos) >= sinceNanos ? flight.missing() : 0;
    }
    return lacking;
  }

  /**
   * A member has reported. Whoever it refuses chunks of is accused.
   *
   * @return whether somebody may no longer pass on what it could before
   */
  boolean heard(Child from, Report report, long nowNanos) {
    boolean changes = false;
    for (Sender sender : report.senders()) {
      Child accused = children.find(sender.number());
      if (accused != null && from.newlyRefused(sender) > 0) {
        changes |= accuse(from, accused, nowNanos);
      }
    }
    return changes;
  }

  /** One who accuses is believed as far as it goes itself; it takes more to condemn. */
  private boolean accuse(Child from, Child accused, long nowNanos) {
    Conduct conduct = accused.conduct();
    boolean wasCorrupter = conduct.isCorrupter();
    Conduct.Accusation accusation = conduct.accuse(from.node(), children.all().size());
    if (accusation == Conduct.Accusation.CORRUPTS) {
      if (!wasCorrupter) {
        children.barred(accused, nowNanos);
      }
      judge(accused, Reason.CORRUPTS, conduct.accusers());
    }
    return accusation != Conduct.Accusation.NOTHING;
  }

  /** The chunks that should have been everywhere by now; whoever keeps one is blamed. */
  Late late(long nowNanos) {
    List<Flight> late = new ArrayList<>();
    boolean changes = false;
    for (Flight flight : ledger.flights()) {
      long patience = patience(flight);
      long sentNanosAgo = flight.sentNanosAgo(nowNanos);
      boolean isLate = sentNanosAgo >= patience * QUEUED_PATIENCE;
      if (isLate || (sentNanosAgo >= patience && !isQueued(flight))) {
        late.add(flight);
        changes |= flight.judgeOnce() && blame(flight, nowNanos);
      }
    }
    return new Late(late, changes);
  }

  /** Lets those relay again whose probation is over; false if there is nobody. */
  boolean pardon(long nowNanos) {
    boolean pardons = false;
    for (Child child : children.all()) {
      pardons |= child.conduct().endProbation(nowNanos);
    }
    return pardons;
  }

  /**
   * The chunks that others wait for when there is nothing else to send. Who keeps one that it was
   * asked to pass on then is blamed as ever.
   */
  Late last(long nowNanos) {
    List<Flight> last = new ArrayList<>();
    boolean changes = false;
    for (Flight flight : ledger.flights()) {
      long patience = LAST_NANOS << Math.min(MAX_DOUBLINGS, flight.resends());
      if (!flight.isForLatecomers() && flight.sentNanosAgo(nowNanos) >= patience) {
        last.add(flight);
        changes |= flight.resends() > 0 && flight.judgeOnce() && blame(flight, nowNanos);
      }
    }
    return new Late(last, changes);
  }

  /**
   * What is late.
   *
   * @param changes whether somebody may no longer pass on what it could before
   */
  record Late(List<Flight> flights, boolean changes) {}

  private long patience(Flight flight) {
    long usual =
        flight.isForLatecomers()
            ? LATECOMER_NANOS
            : Math.max(LEAST_LATE_NANOS, flight.usualNanos() * 3 / 2 + LATE_MARGIN_NANOS);
    long patience = usual << Math.min(MAX_DOUBLINGS, flight.resends());
    return settings.isLive() ? Math.min(patience, latencyNanos() / LIVE_PATIENCE) : patience;
  }

  /** Whether all who lack it get it from members whose uplinks have other chunks to send first. */
  private boolean isQueued(Flight flight) {
    return !settings.isLive()
        && Members.list(flight.missing()).stream()
            .allMatch(number -> isQueued(flight, flight.shape().from(number)));
  }

  private boolean isQueued(Flight flight, int relay) {
    Child child = children.find(relay);
    if (child == null || !Members.has(flight.shape().members(), relay)) {
      return false;
    }
    Report report = child.report();
    return Members.has(flight.missing(), relay)
        ? isQueued(flight, flight.shape().from(relay))
        : report != null && report.waitingBytes() > 0;
  }

  private long latencyNanos() {
    return settings.latencyMillis() * 1_000_000;
  }

  private boolean blame(Flight flight, long nowNanos) {
    boolean changes = false;
    for (int number : Members.list(flight.shape().relays() & ~flight.missing())) {
      Child relay = children.find(number);
      long lacking = lacking(flight, number) & ~lagging;
      boolean hasNothingWaiting =
          relay != null && relay.report() != null && relay.report().waitingBytes() == 0;
      if (relay != null
          && lacking != 0
          && hasNothingWaiting
          && relay.conduct().blame(lacking, nowNanos)) {
        children.barred(relay, nowNanos);
        judge(relay, Reason.DROPS, children.nodes(relay.conduct().blamers()));
        changes = true;
      }
    }
    return changes;
  }

  /** Those who should have got the chunk from {@code number} and lack it. */
  private static long lacking(Flight flight, int number) {
    Shape shape = flight.shape();
    long lacking = 0;
    for (int member : Members.list(flight.missing() & shape.members())) {
      lacking |= shape.from(member) == number ? Members.of(member) : 0;
    }
    return lacking;
  }

  private void judge(Child child, Reason reason, List<NodeId> accusers) {
    listener.judged(new RelayVerdict(child.node(), reason, accusers));
  }
}
