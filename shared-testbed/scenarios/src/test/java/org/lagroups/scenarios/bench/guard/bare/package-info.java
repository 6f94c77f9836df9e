/** Tests. */
@NullMarked
package org.lagroups.scenarios.bench.guard.bare;

import org.jspecify.annotations.NullMarked;
