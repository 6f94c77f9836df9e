/**
 * The laboratory in which packets of one member of a group get lost.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.group.space.StarNetwork}, in which a {@link
 * org.lagroups.scenarios.bench.group.space.Trouble} can befall the member at one {@link
 * org.lagroups.scenarios.bench.group.space.Place}. Each is used from one thread at a time.
 */
@NullMarked
package org.lagroups.scenarios.bench.group.space;

import org.jspecify.annotations.NullMarked;
