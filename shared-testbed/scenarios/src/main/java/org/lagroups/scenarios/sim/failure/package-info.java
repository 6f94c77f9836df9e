/**
 * Failures that membership systems are known to get wrong, each with what our groups promise
 * instead.
 *
 * <p>Each type is one {@link org.lagroups.scenarios.sim.scenario.Scenario}.
 */
@NullMarked
package org.lagroups.scenarios.sim.failure;

import org.jspecify.annotations.NullMarked;
