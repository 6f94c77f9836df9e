/**
 * What a graph would lose if a node left: "explain".
 *
 * <p>Start with {@link org.lagroups.core.graph.impact.Impact}. It asks a {@link
 * org.lagroups.core.graph.impact.Question} of the graph as it is and of the graph without a node;
 * {@link org.lagroups.core.graph.impact.Questions} has those that people ask.
 *
 * <p><b>Threads.</b> Functions and immutable values only; any thread.
 */
@NullMarked
package org.lagroups.core.graph.impact;

import org.jspecify.annotations.NullMarked;
