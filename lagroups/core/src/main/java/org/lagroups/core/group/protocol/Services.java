package org.lagroups.core.group.protocol;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.group.GroupStore;
import org.lagroups.core.group.endorse.Endorser;
import org.lagroups.core.group.spread.Allowance;
import org.lagroups.core.group.spread.GroupCounters;
import org.lagroups.core.group.spread.Outbox;
import org.lagroups.core.group.spread.PeerBudgets;
import org.lagroups.core.group.spread.Sender;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;

/**
 * What the groups of a node share.
 *
 * @param past what numbers were used in groups that were left
 * @param allowanceOf what a peer may cost now
 * @param endorser signs endorsements besides advertisements; without one nobody can prove by this
 *     node that it is a member
 * @param description what the node says of itself now
 * @param reentry how a call that comes back later gets in
 */
record Services(
    Environment<GroupTimer> environment,
    Identity identity,
    SignatureVerifier verifier,
    GroupStore store,
    PastNumbers past,
    Sender sender,
    Outbox outbox,
    PeerBudgets budgets,
    Function<NodeId, Allowance> allowanceOf,
    GroupCounters counters,
    Links links,
    Optional<Endorser> endorser,
    Supplier<LocalDescription> description,
    Reentry reentry) {}
