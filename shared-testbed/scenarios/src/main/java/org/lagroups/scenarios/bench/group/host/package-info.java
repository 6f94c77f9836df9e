/**
 * Members of a group that a benchmark measures, ours and those of two published libraries, in a
 * process of their own.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.group.host.GroupHost}, the process's main
 * class, which takes orders by its standard input; {@link
 * org.lagroups.scenarios.bench.group.host.Member} is what all three kinds have in common. Used from
 * the main thread; what a library calls back comes on its own threads.
 */
@NullMarked
package org.lagroups.scenarios.bench.group.host;

import org.jspecify.annotations.NullMarked;
