/**
 * Questions about an attestation graph, answered in the same words whether it is a running group's
 * or comes out of a file.
 *
 * <p>Start with {@link org.lagroups.node.query.GraphQuestions}; {@link
 * org.lagroups.node.query.Explain} asks what would change if a node left. {@link
 * org.lagroups.node.query.GroupGraph} is a group's graph with what its attesters report, out of
 * which {@link org.lagroups.node.query.CapacityKind} makes capacities.
 */
@NullMarked
package org.lagroups.node.query;

import org.jspecify.annotations.NullMarked;
