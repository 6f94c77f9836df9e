/**
 * What a scenario of {@code lag sim} is, and how it is played.
 *
 * <p>Start with {@link org.lagroups.scenarios.sim.scenario.Scenario}. To add one:
 *
 * <ol>
 *   <li>Implement it, in a package of its kind: play an {@link
 *       org.lagroups.scenarios.sim.scenario.Island} in its {@link org.lagroups.simnet.Simulation}.
 *       {@code org.lagroups.scenarios.sim.world} has nodes with everything of the core, formed into
 *       a group, and watchers of what healthy nodes must not suffer.
 *   <li>Say what has to hold with {@link org.lagroups.scenarios.sim.scenario.Ledger#require}, and
 *       what was measured with {@link org.lagroups.scenarios.sim.scenario.Ledger#sample}.
 *   <li>Add it to {@code org.lagroups.scenarios.sim.Scenarios}, the list: the command, its help and
 *       its report follow.
 *   <li>Play it small in a test, and break the protocol there once to see that the test fails.
 * </ol>
 *
 * <p>A {@link org.lagroups.scenarios.sim.scenario.Plan} is all that decides a run: scenario, number
 * of nodes, seed. {@link org.lagroups.scenarios.sim.scenario.Islands} plays it.
 *
 * <p><b>Threads.</b> Each island is played on one thread; several at once. The ledgers are added up
 * in the order of the islands, so the outcome does not depend on the number of threads.
 */
@NullMarked
package org.lagroups.scenarios.sim.scenario;

import org.jspecify.annotations.NullMarked;
