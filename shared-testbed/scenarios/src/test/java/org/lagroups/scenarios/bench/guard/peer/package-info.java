/** Tests. */
@NullMarked
package org.lagroups.scenarios.bench.guard.peer;

import org.jspecify.annotations.NullMarked;
