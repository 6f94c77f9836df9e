/**
 * Failures that membership systems are known to get wrong, each with what our groups promise
 * instead.
 *
 * <p>Each type is one {@link org.lagroups.scenarios.sim.scenario.Scenario}; {@link
 * org.lagroups.scenarios.sim.failure.FewTroubled} is what two of them share.
 */
@NullMarked
package org.lagroups.scenarios.sim.failure;

import org.jspecify.annotations.NullMarked;
