/**
 * What a group costs, how fast it sees a crash and how it bears the loss of packets: ours beside
 * two published libraries, in the same run and measured in the same way.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.group.GroupBenchmark}, all of {@code lag bench
 * group}; its parts are the values of {@link org.lagroups.scenarios.bench.group.GroupPart}. Groups
 * of all libraries come from package {@code trial}, ours of several sizes from {@code size}. Used
 * from one thread, but for what {@link org.lagroups.scenarios.bench.group.SideBySide} does.
 */
@NullMarked
package org.lagroups.scenarios.bench.group;

import org.jspecify.annotations.NullMarked;
