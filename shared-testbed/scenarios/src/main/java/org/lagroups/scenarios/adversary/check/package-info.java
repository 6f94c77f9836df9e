/**
 * What has to hold in a group with adversaries, watched from outside the nodes.
 *
 * <p>Each type looks at all honest nodes when its {@code check} is called, and writes into the
 * island's {@link org.lagroups.scenarios.sim.scenario.Ledger}. {@link
 * org.lagroups.scenarios.adversary.check.Honest} says which nodes those are.
 *
 * <p>Used on the thread of the simulation.
 */
@NullMarked
package org.lagroups.scenarios.adversary.check;

import org.jspecify.annotations.NullMarked;
