/** Tests of how scenarios are played. */
@NullMarked
package org.lagroups.scenarios.sim.scenario;

import org.jspecify.annotations.NullMarked;
