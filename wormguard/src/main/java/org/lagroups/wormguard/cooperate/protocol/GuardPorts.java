package org.lagroups.wormguard.cooperate.protocol;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lagroups.core.group.LaGroups;
import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.book.TrustRule;
import org.lagroups.wormguard.cooperate.endorse.Sealer;
import org.lagroups.wormguard.cooperate.judge.Battery;
import org.lagroups.wormguard.cooperate.judge.BlameMonitor;
import org.lagroups.wormguard.cooperate.judge.EvidenceShelf;

/**
 * What the machine needs of the world beside its environment.
 *
 * @param isOurs in which of the groups signatures are shared; whoever is vouched for elsewhere, by
 *     other tests, has no say here
 * @param trust asked anew whenever it matters; see {@link GuardMachine#trustChanged}
 * @param blame has to be a test that members of all groups have to pass
 * @param stored as an earlier life of the node has left it
 */
public record GuardPorts(
    LaGroups groups,
    Predicate<GroupId> isOurs,
    Sealer sealer,
    Supplier<TrustRule> trust,
    Battery battery,
    EvidenceShelf shelf,
    BlameMonitor blame,
    GuardStore store,
    GuardListener listener,
    List<GuardStore.Stored> stored) {

  public GuardPorts {
    stored = List.copyOf(stored);
  }
}
