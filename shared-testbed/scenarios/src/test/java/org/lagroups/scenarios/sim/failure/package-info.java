/** Tests of failures, at a small size. */
@NullMarked
package org.lagroups.scenarios.sim.failure;

import org.jspecify.annotations.NullMarked;
