/**
 * A deterministic simulator of nodes that host {@link org.lagroups.machine.Machine}s.
 *
 * <pre>{@code
 * Seeds.forEach(50, 1_000, seed -> {
 *   Simulation sim = new Simulation(seed);
 *   sim.network().conditions(Conditions.PERFECT.withLoss(0.05));
 *   var nodes = sim.addNodes(20, host -> host.install(GROUP, env -> new GroupMachine(env)));
 *   sim.checkEvery(Duration.ofSeconds(1), "views are connected", findings -> ...);
 *
 *   nodes.get(0).app().create(...);                       // calls a machine
 *   sim.runUntil("all joined", Duration.ofSeconds(30), () -> ...);
 *
 *   sim.network().cutOneWay(0.10, nodes);                 // the fault phase
 *   nodes.get(3).kill();
 *   sim.runFor(Duration.ofMinutes(30));
 *
 *   sim.network().heal();                                 // the healing phase
 *   nodes.get(3).restart();
 *   sim.runUntil("all in view", Duration.ofMinutes(2), () -> ...);
 * });
 * }</pre>
 *
 * <p>Start with {@link org.lagroups.simnet.Simulation}. A {@link org.lagroups.simnet.NodeProgram}
 * builds what runs on a node, each time that it starts, on the {@link org.lagroups.simnet.Host} it
 * is given; {@link org.lagroups.simnet.SimNode} is the test's grip on the node. Faults of the
 * network are in {@code simnet.net}, invariants in {@code simnet.check}, seeds in {@code
 * simnet.seed}, the rules of the architecture in {@code simnet.arch}.
 *
 * <p><b>Determinism.</b> One seed decides everything: delays, losses, node IDs, what machines draw,
 * the hour at which the run begins. Two runs with one seed have byte-identical traces, given that
 * the machines are deterministic and that the test takes its own randomness from {@link
 * org.lagroups.simnet.Simulation#random}.
 *
 * <p><b>Threads.</b> A simulation belongs to one thread. Several share nothing and may run side by
 * side, each with a seed of its own: so nodes that never meet are best simulated apart.
 */
@NullMarked
package org.lagroups.simnet;

import org.jspecify.annotations.NullMarked;
