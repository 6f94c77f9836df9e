/**
 * What a group costs and how fast it sees a crash: ours beside two published libraries, in the same
 * run and measured in the same way.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.group.GroupBenchmark}, all of {@code lag bench
 * group}; its parts are the values of {@link org.lagroups.scenarios.bench.group.GroupPart}. Groups
 * of all libraries come from package {@code trial}; {@link
 * org.lagroups.scenarios.bench.group.IdleGroup} is one of ours in this process. Used from one
 * thread.
 */
@NullMarked
package org.lagroups.scenarios.bench.group;

import org.jspecify.annotations.NullMarked;
