package org.lagroups.core.graph.impact;

/**
 * What one node's leaving changes.
 *
 * @param node who would leave
 * @param before the answer as things are
 * @param after the answer without the node
 * @param harm by how much it is worse; 0 if it is the same, below if it is better, and infinite if
 *     there is no answer any more
 */
public record Effect<V>(V node, double before, double after, double harm) {}
