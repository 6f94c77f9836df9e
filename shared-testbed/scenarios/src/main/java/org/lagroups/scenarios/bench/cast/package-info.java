/**
 * Published ways of distributing a file, measured in a laboratory: what ours is to be compared
 * with.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.cast.PeerTrial}, which distributes a file in
 * one of the ways that {@link org.lagroups.scenarios.bench.cast.Links} makes; {@link
 * org.lagroups.scenarios.bench.cast.Uplinks} is what the hosts can really send. In each host runs a
 * process of package {@code host}. Each is used from one thread at a time.
 */
@NullMarked
package org.lagroups.scenarios.bench.cast;

import org.jspecify.annotations.NullMarked;
