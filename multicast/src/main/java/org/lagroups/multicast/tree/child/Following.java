package org.lagroups.multicast.tree.child;

import java.util.Optional;
import java.util.OptionalLong;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.tree.place.Parent;
import org.lagroups.multicast.tree.place.TreeEvent;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.multicast.wire.TreeMessage;

/** A node as a child: hears its parent, and notices when that has failed. */
public final class Following {

  /** No new epoch for so many time-outs, and the parent counts as failed though it is heard. */
  private static final int STALE_TIMEOUTS = 3;

  private final Ground ground;

  public Following(Ground ground) {
    this.ground = ground;
  }

  /** The parent, if a node is it. */
  public Optional<Parent> parent(NodeId node) {
    return ground.position().parent().filter(parent -> parent.node().equals(node));
  }

  /**
   * The parent beats.
   *
   * @return whether there is a new epoch, to be passed on
   */
  public boolean onPulse(NodeId from, TreeMessage.Pulse pulse) {
    Optional<Parent> parent = expected(from);
    parent.ifPresent(known -> known.heard(pulse, ground.now()));
    return parent.isPresent()
        && ground.position().follow(pulse.stand(), pulse.proof(), ground.now());
  }

  /** The parent says what is above and beside it, and who fell. */
  public void onLineage(NodeId from, TreeMessage.Lineage lineage) {
    expected(from)
        .ifPresent(parent -> {
          parent.heard(lineage, ground.now());
          ground.guides().heard(parent);
          lineage.fallen().forEach(fallen -> ground.penalties().told(fallen, ground.now()));
        });
  }

  /** The parent, if it has failed: it is silent, passes on no epoch, or no stream. */
  public Optional<Parent> failed() {
    return ground.position().parent().filter(this::hasFailed);
  }

  /** When the parent will have been silent for too long. */
  public OptionalLong silentMillis() {
    return ground.position().parent().stream()
        .mapToLong(parent -> parent.heardMillis() + ground.settings().silenceMillis())
        .findFirst();
  }

  private boolean hasFailed(Parent parent) {
    long now = ground.now();
    TreeSettings settings = ground.settings();
    boolean isStale =
        now - Math.max(ground.position().freshMillis(), parent.takenMillis())
            > STALE_TIMEOUTS * settings.timeoutMillis();
    boolean isSettled = now - parent.takenMillis() > settings.timeoutMillis();
    return now - parent.heardMillis() >= settings.silenceMillis()
        || isStale
        || (isSettled && !ground.ports().quality().parentDelivers());
  }

  /** The parent; what anybody else says as if it were one is counted. */
  private Optional<Parent> expected(NodeId from) {
    Optional<Parent> parent = parent(from);
    if (parent.isEmpty()) {
      ground.count(TreeEvent.STRAY);
    }
    return parent;
  }
}
