package org.lagroups.node.runtime.core;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lagroups.core.monitor.AdmissionPolicy;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.tables.InvitationTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits strangers who show the token of an open invitation.
 *
 * <p>That a token is used up has to be on disk before its guest is admitted, or a crash would make
 * it good for a second one. The disk is waited for on the event loop: it takes some milliseconds,
 * and only somebody with a good token can cause it.
 */
final class InvitationAdmission implements AdmissionPolicy {

  private static final Logger LOG = LoggerFactory.getLogger(InvitationAdmission.class);

  /** A disk that takes longer admits nobody; the guest asks again. */
  private static final long PATIENCE_MILLIS = 1_000;

  private final InvitationTable invitations;

  InvitationAdmission(InvitationTable invitations) {
    this.invitations = invitations;
  }

  @Override
  public boolean admits(GroupId group, NodeId node, Bytes token) {
    Optional<CompletableFuture<Void>> use =
        invitations.use(token, group, node, System.currentTimeMillis());
    boolean admitted = use.isPresent() && isDurable(use.get());
    if (use.isPresent() && !admitted) {
      invitations.reopen(token, node);
    }
    LOG.atInfo()
        .addKeyValue("group", group)
        .addKeyValue("node", node.abbreviated())
        .addKeyValue("admitted", admitted)
        .log("a stranger asked to be admitted");
    return admitted;
  }

  private static boolean isDurable(CompletableFuture<Void> use) {
    try {
      use.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      LOG.atError().setCause(e).log("an invitation cannot be used: the disk does not take it");
      return false;
    }
  }
}
