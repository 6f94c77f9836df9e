/** Tests of what the plan benchmark measures with. */
@NullMarked
package org.lagroups.scenarios.bench.plan;

import org.jspecify.annotations.NullMarked;
