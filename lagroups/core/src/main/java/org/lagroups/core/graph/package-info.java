/**
 * The attestation graph and what can be asked of it (paper, section 2).
 *
 * <p>Start with {@link org.lagroups.core.graph.AttestationGraph}: an immutable snapshot of who
 * attests to whom, made by {@link org.lagroups.core.graph.GraphBuilder}. Its vertices are {@code
 * NodeId}s in a live group and plain names in a graph that was loaded from a file.
 *
 * <p>Each question has a type of its own:
 *
 * <ul>
 *   <li>{@link org.lagroups.core.graph.Reachability}: a node's view;
 *   <li>{@link org.lagroups.core.graph.ShortestPaths}: the cheapest path to one node or to all, the
 *       number of hops;
 *   <li>{@link org.lagroups.core.graph.DisjointPaths}: how many vertex-disjoint paths lead from one
 *       node to another, and which; {@link org.lagroups.core.graph.ShortDisjointPaths}: those of a
 *       bounded length;
 *   <li>{@link org.lagroups.core.graph.VertexCuts}: which members, if they failed together, would
 *       part a node from another or the group as a whole;
 *   <li>{@link org.lagroups.core.graph.MaxFlows}: how much can flow from one node to another, and
 *       what limits it;
 *   <li>{@link org.lagroups.core.graph.StrongComponents}: the sets of nodes that reach each other;
 *   <li>{@link org.lagroups.core.graph.RobustCore}: the largest set in which everyone is vouched
 *       for by t others;
 *   <li>{@link org.lagroups.core.graph.Clustering}: how far those around a node know each other.
 * </ul>
 *
 * <p>What each answer would become if one node left says {@link
 * org.lagroups.core.graph.impact.Impact}. {@link org.lagroups.core.graph.io.GraphCsv} loads and
 * saves graphs.
 *
 * <p><b>A label that is not in the graph counts as an isolated vertex</b>, so asking about a node
 * that has just left is an answer ("no path") and not an error.
 *
 * <p><b>Determinism.</b> Vertices stand in the natural order of their labels. Equal graphs give
 * equal answers, whatever the order in which they were built.
 *
 * <p><b>Threads.</b> A graph and all results are immutable and may be shared. Query objects keep
 * scratch space between calls: make one per graph and thread, and use it again for all questions
 * about that graph.
 */
@NullMarked
package org.lagroups.core.graph;

import org.jspecify.annotations.NullMarked;
