package org.lagroups.node.runtime.core;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.lagroups.core.monitor.AdmissionPolicy;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.tables.InvitationTable;
import org.lagroups.node.state.tables.LoopTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits strangers who show the token of an open invitation.
 *
 * <p>That a token is used up has to be on disk before its guest is admitted, or a crash would make
 * it good for a second one. So the decision comes when the disk has answered.
 */
final class InvitationAdmission implements AdmissionPolicy {

  private static final Logger LOG = LoggerFactory.getLogger(InvitationAdmission.class);

  /**
   * A disk that takes longer admits nobody for now. The token stays its guest's, who gets in by
   * asking again once the disk has answered.
   */
  static final long PATIENCE_MILLIS = 10_000;

  private final InvitationTable invitations;
  private final LoopTimer loop;

  InvitationAdmission(InvitationTable invitations, LoopTimer loop) {
    this.invitations = invitations;
    this.loop = loop;
  }

  @Override
  public void decide(GroupId group, NodeId node, Bytes token, Consumer<Boolean> decision) {
    Optional<CompletableFuture<Void>> use =
        invitations.use(token, group, node, System.currentTimeMillis());
    if (use.isPresent()) {
      await(use.get(), token, node, once(group, node, decision));
    } else {
      once(group, node, decision).accept(false);
    }
  }

  private void await(
      CompletableFuture<Void> use, Bytes token, NodeId node, Consumer<Boolean> decision) {
    var _ =
        use.whenComplete((nothing, failure) ->
            loop.execute(() -> {
              if (failure != null) {
                LOG.atError()
                    .setCause(failure)
                    .log("an invitation cannot be used: the disk does not take it");
                invitations.reopen(token, node);
              }
              decision.accept(failure == null);
            }));
    loop.schedule(PATIENCE_MILLIS, () -> decision.accept(false));
  }

  /** Passes on and logs the first decision only. */
  private static Consumer<Boolean> once(GroupId group, NodeId node, Consumer<Boolean> decision) {
    AtomicBoolean isDecided = new AtomicBoolean();
    return admitted -> {
      if (!isDecided.getAndSet(true)) {
        log(group, node, admitted);
        decision.accept(admitted);
      }
    };
  }

  private static void log(GroupId group, NodeId node, boolean admitted) {
    LOG.atInfo()
        .addKeyValue("group", group)
        .addKeyValue("node", node.abbreviated())
        .addKeyValue("admitted", admitted)
        .log("a stranger asked to be admitted");
  }
}
