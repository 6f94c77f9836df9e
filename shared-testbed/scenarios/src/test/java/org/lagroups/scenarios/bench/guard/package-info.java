/** Tests. */
@NullMarked
package org.lagroups.scenarios.bench.guard;

import org.jspecify.annotations.NullMarked;
