/**
 * Simulated groups of nodes with everything of the core, and who watches them from outside.
 *
 * <p>Start with {@link org.lagroups.scenarios.sim.world.MemberGroup}: the {@link
 * org.lagroups.scenarios.sim.world.Member}s of an island, with keys of their own, in one group.
 * {@link org.lagroups.scenarios.sim.world.Stability} counts what healthy nodes lose.
 *
 * <p>Used on the island's thread.
 */
@NullMarked
package org.lagroups.scenarios.sim.world;

import org.jspecify.annotations.NullMarked;
