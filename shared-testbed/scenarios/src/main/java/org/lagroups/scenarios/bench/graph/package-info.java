/**
 * What the graph benchmark measures with: graphs, the same questions put to JGraphT, and a
 * stopwatch.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.graph.GraphSample}, a graph and pairs of its
 * nodes to ask about. {@link org.lagroups.scenarios.bench.graph.JGraphTFlows} answers beside us,
 * with whichever of its algorithms is the fastest on that graph, and {@link
 * org.lagroups.scenarios.bench.graph.Stopwatch} measures both in turns.
 */
@NullMarked
package org.lagroups.scenarios.bench.graph;

import org.jspecify.annotations.NullMarked;
