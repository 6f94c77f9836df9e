/** Tests of the scenario of one stream's tree. */
@NullMarked
package org.lagroups.scenarios.sim.cast;

import org.jspecify.annotations.NullMarked;
