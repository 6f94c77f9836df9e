/**
 * Which nodes of an attestation graph are robust members, and why others are not.
 *
 * <p>Start with {@link org.lagroups.core.robust.set.RobustSet}. Immutable data and functions of a
 * graph; any thread.
 */
@NullMarked
package org.lagroups.core.robust.set;

import org.jspecify.annotations.NullMarked;
