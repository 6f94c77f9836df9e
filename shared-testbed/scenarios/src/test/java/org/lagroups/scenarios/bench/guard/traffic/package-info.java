/** Tests. */
@NullMarked
package org.lagroups.scenarios.bench.guard.traffic;

import org.jspecify.annotations.NullMarked;
