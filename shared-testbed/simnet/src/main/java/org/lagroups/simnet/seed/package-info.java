/**
 * Seeds for random tests, and the command that repeats a failed one.
 *
 * <p>Start with {@link org.lagroups.simnet.seed.Seeds#forEach}.
 */
@NullMarked
package org.lagroups.simnet.seed;

import org.jspecify.annotations.NullMarked;
