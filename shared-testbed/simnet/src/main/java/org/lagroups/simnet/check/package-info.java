/**
 * Invariants, watched from outside the nodes.
 *
 * <p>Write a {@link org.lagroups.simnet.check.Checker}, hand it to {@link
 * org.lagroups.simnet.Simulation#checkEvery} or {@link org.lagroups.simnet.Simulation#checkAlways},
 * and report what is wrong to the {@link org.lagroups.simnet.check.Findings}. The run then ends
 * with a {@link org.lagroups.simnet.check.SimulationFailure}, whose message says how to see it
 * again.
 */
@NullMarked
package org.lagroups.simnet.check;

import org.jspecify.annotations.NullMarked;
