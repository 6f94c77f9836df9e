/**
 * Network namespaces that a run makes and removes, and packets that get lost in them.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.group.space.NetworkSpace}, one group's own;
 * {@link org.lagroups.scenarios.bench.group.space.StarNetwork} joins several, so that a {@link
 * org.lagroups.scenarios.bench.group.space.Trouble} can befall one member. They use {@code ip} and
 * {@code nft}; where these or the rights are missing there is none. Each is used from one thread at
 * a time.
 */
@NullMarked
package org.lagroups.scenarios.bench.group.space;

import org.jspecify.annotations.NullMarked;
