/** Tests. */
@NullMarked
package org.lagroups.scenarios.bench.guard.host;

import org.jspecify.annotations.NullMarked;
