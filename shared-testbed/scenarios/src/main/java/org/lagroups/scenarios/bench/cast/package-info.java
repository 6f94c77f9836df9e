/**
 * Files that are distributed in a laboratory: by our nodes, and in published ways.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.cast.CastBenchmark}. It plays a {@link
 * org.lagroups.scenarios.bench.cast.CastScenario} after the other: {@link
 * org.lagroups.scenarios.bench.cast.CalmTrial} measures while nothing fails, {@link
 * org.lagroups.scenarios.bench.cast.FaultTrial} lets a relay fail. {@link
 * org.lagroups.scenarios.bench.cast.CastTrial} runs our nodes, processes of package {@code node};
 * {@link org.lagroups.scenarios.bench.cast.PeerTrial} the others', of package {@code host}, in one
 * of the ways that {@link org.lagroups.scenarios.bench.cast.Links} makes. {@link
 * org.lagroups.scenarios.bench.cast.Uplinks} is what the hosts can really send. Each is used from
 * one thread at a time.
 */
@NullMarked
package org.lagroups.scenarios.bench.cast;

import org.jspecify.annotations.NullMarked;
