/**
 * Spreading advertisements among the members, within bounds.
 *
 * <p>{@link org.lagroups.core.group.spread.RelayChoice} decides who passes on what to whom, {@link
 * org.lagroups.core.group.spread.RelayPlan} remembers it for one node, {@link
 * org.lagroups.core.group.spread.Outbox} gathers it into few messages, {@link
 * org.lagroups.core.group.spread.DigestRepair} finds out what was lost. {@link
 * org.lagroups.core.group.spread.PeerBudgets} bounds what a peer may cost, and {@link
 * org.lagroups.core.group.spread.GroupCounters} counts it all.
 *
 * <p>Internal to the group protocol, except for the {@link
 * org.lagroups.core.group.spread.GroupStatistics}. Used on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.group.spread;

import org.jspecify.annotations.NullMarked;
