package org.lagroups.core.group.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.StoredEquivocation;
import org.lagroups.machine.NodeId;

/**
 * The nodes of one group that are proven to have said two things at once, with one proof of each. A
 * proof is kept for as long as this node belongs to the group, because it never becomes untrue, and
 * without it the equivocator would be a member again as soon as somebody attests to it.
 *
 * <p>Where there are too many, the oldest is forgotten: first of nodes to which this one did not
 * attest itself. So nobody gets rid of a proof that matters here by letting nodes of its own making
 * equivocate.
 */
public final class Equivocators {

  /** The most proofs. */
  public static final int MAX_PROOFS = GroupSettings.HARD_MAX_MEMBERS;

  /** The most bytes of statements in all proofs together. */
  public static final int MAX_BYTES = 512 * 1024;

  /** Oldest first. */
  private final SequencedMap<NodeId, StoredEquivocation> byAttester = new LinkedHashMap<>();

  private int bytes;

  public boolean contains(NodeId node) {
    return byAttester.containsKey(node);
  }

  public boolean isEmpty() {
    return byAttester.isEmpty();
  }

  /** Keeps a proof against a node of which there is none yet. */
  public void add(StoredEquivocation proven) {
    byAttester.put(proven.equivocation().attester(), proven);
    bytes += proven.equivocation().lengthBytes();
    while (byAttester.size() > MAX_PROOFS || bytes > MAX_BYTES) {
      forgetOne();
    }
  }

  /** A copy of all proofs, in the order of IDs. */
  public SortedMap<NodeId, Equivocation> proofs() {
    TreeMap<NodeId, Equivocation> proofs = new TreeMap<>();
    byAttester.forEach((node, proven) -> proofs.put(node, proven.equivocation()));
    return proofs;
  }

  /** As they are to be stored, oldest first. */
  public List<StoredEquivocation> stored() {
    return List.copyOf(byAttester.values());
  }

  /** The oldest of a node to which this one did not attest, or else the oldest of all. */
  private void forgetOne() {
    List<StoredEquivocation> before = stored().subList(0, byAttester.size() - 1);
    StoredEquivocation forgotten =
        before.stream()
            .filter(proven -> !proven.vouchedFor())
            .findFirst()
            .orElseGet(before::getFirst);
    byAttester.remove(forgotten.equivocation().attester());
    bytes -= forgotten.equivocation().lengthBytes();
  }
}
