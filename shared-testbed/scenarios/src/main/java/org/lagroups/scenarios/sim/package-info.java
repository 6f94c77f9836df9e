/**
 * {@code lag sim}: failures in simulated groups of real nodes, by the thousand.
 *
 * <p>Start with {@link org.lagroups.scenarios.sim.SimCommand}. {@link
 * org.lagroups.scenarios.sim.Scenarios} lists what can be played; how a scenario is added is told
 * in {@code org.lagroups.scenarios.sim.scenario}. {@link org.lagroups.scenarios.sim.SimReport} is
 * what comes out.
 */
@NullMarked
package org.lagroups.scenarios.sim;

import org.jspecify.annotations.NullMarked;
