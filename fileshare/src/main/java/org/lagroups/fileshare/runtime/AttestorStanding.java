package org.lagroups.fileshare.runtime;

import org.lagroups.core.attestation.Reason;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.fileshare.verdict.Standing;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Withdraws attestations by banning their attestees. In a group that was left, does nothing. */
final class AttestorStanding implements Standing {

  private static final Logger LOG = LoggerFactory.getLogger(AttestorStanding.class);

  private final Attestor attestor;

  AttestorStanding(Attestor attestor) {
    this.attestor = attestor;
  }

  @Override
  public boolean isBanned(GroupId group, NodeId node) {
    try {
      return attestor.banned(group).containsKey(node);
    } catch (UnknownGroupException notServed) {
      return false;
    }
  }

  @Override
  public boolean withdraw(GroupId group, NodeId node, Reason reason) {
    try {
      attestor.ban(group, node, reason);
      return true;
    } catch (UnknownGroupException notServed) {
      return false;
    } catch (IllegalStateException full) {
      LOG.atWarn().setCause(full).log("a bad verdict could not ban its publisher");
      return false;
    }
  }

  @Override
  public void restore(GroupId group, NodeId node) {
    if (isBanned(group, node)) {
      attestor.unban(group, node);
    }
  }
}
