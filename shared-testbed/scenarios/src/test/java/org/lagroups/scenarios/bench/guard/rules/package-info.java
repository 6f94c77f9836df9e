/** Tests. */
@NullMarked
package org.lagroups.scenarios.bench.guard.rules;

import org.jspecify.annotations.NullMarked;
