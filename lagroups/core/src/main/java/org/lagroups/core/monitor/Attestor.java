package org.lagroups.core.monitor;

import java.util.Map;
import java.util.TreeMap;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * The usual application on top of {@link LaGroups}: attests to whoever passes a test, for as long
 * as it passes (paper, section 2.1, Figure 2).
 *
 * <p>In every group that it {@linkplain #serve serves}, it tests each node that enters the view,
 * and each candidate that the {@link AdmissionPolicy} admits. A node that has failed or vanished is
 * tested on, and comes back by passing, without a token. A node that left by itself does not, and a
 * {@linkplain #ban banned} one never.
 *
 * <p>{@link LaGroups} has to be running: call {@link #serve} after a group was created or a join
 * was begun, and {@link #stopServing} before it is left. On the node's machine thread.
 */
public final class Attestor {

  private final NodeId self;
  private final LaGroups groups;
  private final Monitor monitor;
  private final AdmissionPolicy admission;
  private final AttestorStore store;
  private final Map<GroupId, Duty> duties = new TreeMap<>();

  public Attestor(
      NodeId self,
      LaGroups groups,
      Monitor monitor,
      AdmissionPolicy admission,
      AttestorStore store) {
    this.self = self;
    this.groups = groups;
    this.monitor = monitor;
    this.admission = admission;
    this.store = store;
  }

  /**
   * Begins to test the members of a group and to attest to those that pass. Once begun, does
   * nothing.
   *
   * @throws UnknownGroupException if this node does not belong to it
   */
  public void serve(GroupId group) {
    if (duties.containsKey(group)) {
      return;
    }
    AcquaintanceBook book = new AcquaintanceBook(group, store);
    Duty duty = new Duty(group, self, groups, monitor, admission, book);
    duties.put(group, duty);
    duty.begin();
  }

  /** Ends all tests of a group. Its attestations stay as they are; what is remembered stays too. */
  public void stopServing(GroupId group) {
    Duty duty = duties.remove(group);
    if (duty != null) {
      duty.end();
    }
  }

  /** Ends all tests of a group, and forgets who was admitted and who is banned. */
  public void forget(GroupId group) {
    stopServing(group);
    store.forget(group);
  }

  /**
   * Stops attesting to a node now, and never does so again until {@link #unban}.
   *
   * @throws UnknownGroupException if the group is not served
   * @throws IllegalStateException if the group has {@link Acquaintances#MAX_BANNED} bans already
   */
  public void ban(GroupId group, NodeId node, Reason reason) {
    duty(group).ban(node, reason);
  }

  /**
   * Lifts a ban. The node is tested again at once if it was admitted before or is in the view.
   *
   * @throws UnknownGroupException if the group is not served
   */
  public void unban(GroupId group, NodeId node) {
    duty(group).unban(node);
  }

  /**
   * Who is banned, in the order of IDs, and why.
   *
   * @throws UnknownGroupException if the group is not served
   */
  public Map<NodeId, Reason> banned(GroupId group) {
    return duty(group).banned();
  }

  /**
   * The nodes under test, in the order of IDs, and what their tests say now.
   *
   * @throws UnknownGroupException if the group is not served
   */
  public Map<NodeId, Verdict> verdicts(GroupId group) {
    return duty(group).verdicts();
  }

  private Duty duty(GroupId group) {
    Duty duty = duties.get(group);
    if (duty == null) {
      throw new UnknownGroupException(group);
    }
    return duty;
  }
}
