/**
 * What a group of ours costs by its size, in nodes of this process.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.group.size.GroupSizes}; a {@link
 * org.lagroups.scenarios.bench.group.size.SizedGroup} is one of its groups. Used from one thread.
 */
@NullMarked
package org.lagroups.scenarios.bench.group.size;

import org.jspecify.annotations.NullMarked;
