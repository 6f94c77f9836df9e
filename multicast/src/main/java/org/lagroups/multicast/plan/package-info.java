/**
 * Plans how a group relays: the greatest rate at which a source can send to all others, and the
 * relay trees by which it does, with a proof that hardly more is possible. Pure arithmetic; usable
 * alone.
 *
 * <p>Start with {@link org.lagroups.multicast.plan.RelayPlanner}: it takes {@link
 * org.lagroups.multicast.plan.Capacities} and answers a {@link
 * org.lagroups.multicast.plan.PlanOutcome}. {@link org.lagroups.multicast.plan.PlanCheck} checks a
 * plan without any of the planner's code. The arithmetic is in {@code plan.bound} (the greatest
 * rate) and {@code plan.packing} (the trees).
 *
 * <p><b>Threads.</b> A planner belongs to one thread at a time; all else is immutable.
 */
@NullMarked
package org.lagroups.multicast.plan;

import org.jspecify.annotations.NullMarked;
