package org.lagroups.core.robust.protocol;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.robust.AgreedView;
import org.lagroups.core.robust.Basis;
import org.lagroups.core.robust.Basis.Agreed;
import org.lagroups.core.robust.Basis.Want;
import org.lagroups.core.robust.Basis.WithoutAgreement;
import org.lagroups.core.robust.raft.Agreement;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;

/**
 * Whether a node can count on the agreement of its group. An agreed view stands while there is a
 * leader, and for a while without: until another may have been elected.
 */
final class BasisFinder {

  private final Agreement agreement;
  private final Environment<?> environment;
  private final NodeId self;
  private final long patienceNanos;
  private long leaderAtNanos;
  private boolean hadLeader;
  private @Nullable WithoutAgreement before;

  BasisFinder(Agreement agreement, Environment<?> environment, long patienceNanos) {
    this.agreement = agreement;
    this.environment = environment;
    this.self = environment.self();
    this.patienceNanos = patienceNanos;
  }

  /** As it is now; the same object while nothing has changed without agreement. */
  Basis find() {
    long now = environment.elapsedNanos();
    if (agreement.hasLeader()) {
      hadLeader = true;
      leaderAtNanos = now;
    }
    Optional<AgreedView> view = agreement.latest();
    boolean isMember = view.isPresent() && view.get().members().contains(self);
    boolean isLed = hadLeader && now - leaderAtNanos <= patienceNanos;
    if (isMember && isLed && agreement.hasVote()) {
      before = null;
      return new Agreed(view.get());
    }
    boolean isOutside = !agreement.hasVote() || isLed;
    return without(
        isOutside ? Want.ADMISSION : Want.MAJORITY, view.map(AgreedView::number).orElse(0L));
  }

  private WithoutAgreement without(Want want, long lastView) {
    WithoutAgreement last = before;
    if (last == null || last.want() != want || last.lastView() != lastView) {
      last = new WithoutAgreement(want, lastView, environment.wallMillis());
      before = last;
    }
    return last;
  }
}
