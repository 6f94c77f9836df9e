/**
 * A gateway of its own: {@code lag guard run} as a process, as an operator starts it.
 *
 * <p>Start with {@link org.lagroups.scenarios.guard.GuardChild}.
 */
@NullMarked
package org.lagroups.scenarios.guard;

import org.jspecify.annotations.NullMarked;
