package org.lagroups.node.runtime.core;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.robust.RobustEvent;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * What has changed in this node's groups in the last hour, for those who come to look later. Of a
 * group in which very much changes, less than an hour is kept. On the event loop only.
 */
public final class GroupRecord {

  /** How long a change is kept. */
  public static final long KEPT_MILLIS = 3_600_000;

  /** So many changes of one group are kept, the latest. */
  public static final int MOST = 8_192;

  private final LongSupplier wallMillis;
  private final Map<GroupId, Kept> groups = new HashMap<>();

  /** A kind of change. */
  public enum What {
    ENTERED,
    LEFT,
    ATTESTED,
    LOST,
    ROBUST,
    NOT_ROBUST
  }

  /**
   * A change.
   *
   * @param atMillis when, wall-clock milliseconds since 1970-01-01 UTC
   * @param node who entered or left the view, or attests
   * @param other to whom; null if it is about {@code node} alone
   */
  public record Change(long atMillis, What what, NodeId node, @Nullable NodeId other) {}

  /**
   * The changes of a group.
   *
   * @param fromMillis since when none is missing
   * @param changes the eldest first
   */
  public record Past(long fromMillis, List<Change> changes) {

    public Past {
      changes = List.copyOf(changes);
    }
  }

  private static final class Kept {

    private final ArrayDeque<Change> changes = new ArrayDeque<>();
    private long fromMillis;

    Kept(long fromMillis) {
      this.fromMillis = fromMillis;
    }
  }

  /**
   * No groups yet.
   *
   * @param wallMillis wall-clock milliseconds since 1970-01-01 UTC
   */
  public GroupRecord(LongSupplier wallMillis) {
    this.wallMillis = wallMillis;
  }

  /** Follows a group from now on. */
  public void begin(GroupId group) {
    groups.put(group, new Kept(wallMillis.getAsLong()));
  }

  /** Forgets a group. */
  public void end(GroupId group) {
    groups.remove(group);
  }

  /** Something has changed in a group's graph. */
  public void note(GroupEvent event) {
    switch (event) {
      case GroupEvent.AttestationGained e -> note(e, What.ATTESTED, e.attester(), e.attestee());
      case GroupEvent.AttestationLost e -> note(e, What.LOST, e.attester(), e.attestee());
      case GroupEvent.NodeEntered e -> note(e, What.ENTERED, e.node(), null);
      case GroupEvent.NodeLeft e -> note(e, What.LEFT, e.node(), null);
      case GroupEvent.EquivocationProven _, GroupEvent.CandidateHeard _ -> {
        return;
      }
    }
  }

  /** Somebody has become a robust member, or is none any more. */
  public void note(RobustEvent event) {
    switch (event) {
      case RobustEvent.Entered e -> note(e.group(), What.ROBUST, e.node(), null);
      case RobustEvent.Left e -> note(e.group(), What.NOT_ROBUST, e.node(), null);
      case RobustEvent.BasisChanged _ -> {
        return;
      }
    }
  }

  /** What is known of a group; nothing of one that is not followed. */
  public Past of(GroupId group) {
    Kept kept = groups.get(group);
    if (kept == null) {
      return new Past(wallMillis.getAsLong(), List.of());
    }
    forget(kept);
    return new Past(kept.fromMillis, List.copyOf(kept.changes));
  }

  private void note(GroupEvent event, What what, NodeId node, @Nullable NodeId other) {
    note(event.group(), what, node, other);
  }

  private void note(GroupId group, What what, NodeId node, @Nullable NodeId other) {
    Kept kept = groups.get(group);
    if (kept != null) {
      kept.changes.add(new Change(wallMillis.getAsLong(), what, node, other));
      forget(kept);
    }
  }

  private void forget(Kept kept) {
    long before = wallMillis.getAsLong() - KEPT_MILLIS;
    kept.fromMillis = Math.max(kept.fromMillis, before);
    while (!kept.changes.isEmpty()
        && (kept.changes.getFirst().atMillis() < before || kept.changes.size() > MOST)) {
      kept.fromMillis = Math.max(kept.fromMillis, kept.changes.remove().atMillis());
    }
  }
}
