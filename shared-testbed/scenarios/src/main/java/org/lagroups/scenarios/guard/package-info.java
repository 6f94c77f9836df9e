/**
 * A gateway of its own: {@code lag guard run} as a process, as an operator starts it.
 *
 * <p>Start with {@link org.lagroups.scenarios.guard.GuardChild}. What gateways learn from is made
 * up by {@link org.lagroups.scenarios.guard.Outbreak}.
 */
@NullMarked
package org.lagroups.scenarios.guard;

import org.jspecify.annotations.NullMarked;
