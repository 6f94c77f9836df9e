/**
 * {@code lag bench guard}: what {@code lag guard scan} does in a second of one core, over a capture
 * and rules that are made up from a seed, beside a program in C and published libraries in Java
 * which only look for the rules' literals.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.guard.GuardBenchmark}. All subjects run on the
 * same core, one after another in each round, each in a process of its own that has gone through
 * the capture before; the capture is in the system's cache. Figures are medians, and ratios are
 * those of one round, of which the median is told. The same run checks that all find the same.
 *
 * <p>What goes through a gateway is measured apart, in {@code bench.guard.inline}.
 */
@NullMarked
package org.lagroups.scenarios.bench.guard;

import org.jspecify.annotations.NullMarked;
