package org.lagroups.scenarios.bench.group.size;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.cluster.LocalNode;

/**
 * How long it takes until a changed attestation is in the view of every node of a group. Used from
 * one thread; events come on the nodes' loops.
 */
final class ChangeSpread {

  private static final long LONGEST_SECONDS = 60;

  /** More than a node leaves between two advertisements: that time is not to be measured. */
  private static final long PAUSE_MILLIS = 400;

  private static final int MOST_RETURNS = 10;

  private final GroupId group;
  private final int nodes;
  private volatile Optional<Change> awaited = Optional.empty();

  ChangeSpread(LocalCluster cluster, GroupId group) {
    this.group = group;
    this.nodes = cluster.nodes().size();
    cluster.nodes().forEach(viewer -> viewer.onEvent(group, event -> heard(viewer.id(), event)));
  }

  /** A change and who does not know of it yet. */
  private record Change(
      NodeId attester, NodeId attestee, boolean gained, Set<NodeId> know, CountDownLatch left) {

    void seenBy(NodeId viewer) {
      if (know.add(viewer)) {
        left.countDown();
      }
    }
  }

  /** The milliseconds from a withdrawal until it is in all views. */
  double withdraw(LocalNode attester, LocalNode attestee) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    return spread(
        attester.id(),
        attestee.id(),
        false,
        () -> attester.withdraw(group, attestee.id(), Reason.of(ReasonCode.OPERATOR)));
  }

  /** The milliseconds from a new attestation until it is in all views. */
  double attest(LocalNode attester, LocalNode attestee) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    for (int i = 0; i < MOST_RETURNS && attester.attests(group, attestee.id()); i++) {
      // The node's own test has just passed again, and it attests by itself.
      withdraw(attester, attestee);
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return spread(attester.id(), attestee.id(), true, () -> attester.attest(group, attestee.id()));
  }

  private double spread(NodeId attester, NodeId attestee, boolean gained, Runnable change)
      throws InterruptedException {
    Change now =
        new Change(
            attester, attestee, gained, ConcurrentHashMap.newKeySet(), new CountDownLatch(nodes));
    awaited = Optional.of(now);
    long started = System.nanoTime();
    change.run();
    if (!now.left().await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "%d of %d nodes never learned of a change".formatted(now.left().getCount(), nodes));
    }
    return (System.nanoTime() - started) / 1e6;
  }

  private void heard(NodeId viewer, GroupEvent event) {
    awaited.filter(change -> isOf(change, event)).ifPresent(change -> change.seenBy(viewer));
  }

  private static boolean isOf(Change change, GroupEvent event) {
    return switch (event) {
      case GroupEvent.AttestationGained gained ->
          change.gained()
              && gained.attester().equals(change.attester())
              && gained.attestee().equals(change.attestee());
      case GroupEvent.AttestationLost lost ->
          !change.gained()
              && lost.attester().equals(change.attester())
              && lost.attestee().equals(change.attestee());
      case GroupEvent.NodeEntered entered -> false;
      case GroupEvent.NodeLeft left -> false;
      case GroupEvent.CandidateHeard candidate -> false;
      case GroupEvent.EquivocationProven proven -> false;
    };
  }
}
