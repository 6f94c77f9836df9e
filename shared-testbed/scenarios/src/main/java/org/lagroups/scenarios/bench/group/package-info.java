/**
 * What a group costs and how fast it sees a crash: ours beside two published libraries, in the same
 * run and measured in the same way.
 *
 * <p>The parts of {@code lag bench group}: {@link org.lagroups.scenarios.bench.group.IdleGroup} is
 * a group of ours in this process, {@link org.lagroups.scenarios.bench.group.GroupTrial} one of any
 * library in processes of its own, within a network namespace where that is allowed. Used from one
 * thread.
 */
@NullMarked
package org.lagroups.scenarios.bench.group;

import org.jspecify.annotations.NullMarked;
