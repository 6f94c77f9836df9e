/** Tests of who watches simulated groups. */
@NullMarked
package org.lagroups.scenarios.sim.world;

import org.jspecify.annotations.NullMarked;
