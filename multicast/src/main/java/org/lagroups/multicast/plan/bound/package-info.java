/**
 * How fast one node can send to all others at best, if each relays, no node's uplink and no link
 * carries more than it may, and every other node receives everything.
 *
 * <p>Start with {@link org.lagroups.multicast.plan.bound.BroadcastBound}. Where links alone limit,
 * the rate is the least maximum flow to a receiver, because trees that share no link can be packed
 * up to it (Edmonds, "Edge-disjoint branchings", Combinatorial Algorithms, 1973). Where links share
 * an uplink, the flows to the receivers compete for it, so first it has to be decided how much of
 * the uplink each link gets: {@link org.lagroups.multicast.plan.bound.CutProgram} does that, a
 * linear programme that learns the cuts that matter.
 *
 * <p>Nodes are numbers here, and so are capacities: see {@link
 * org.lagroups.multicast.plan.bound.Limits}.
 *
 * <p><b>Threads.</b> Everything here belongs to one thread at a time.
 */
@NullMarked
package org.lagroups.multicast.plan.bound;

import org.jspecify.annotations.NullMarked;
