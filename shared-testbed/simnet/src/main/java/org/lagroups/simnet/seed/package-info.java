/**
 * Seeds for random tests, and the command that repeats a failed one.
 *
 * <p>Start with {@link org.lagroups.simnet.seed.Seeds#forEach}; {@link
 * org.lagroups.simnet.seed.Seeds#forEachInParallel} is for runs that take long and share nothing.
 * Everything else is used from one thread.
 */
@NullMarked
package org.lagroups.simnet.seed;

import org.jspecify.annotations.NullMarked;
