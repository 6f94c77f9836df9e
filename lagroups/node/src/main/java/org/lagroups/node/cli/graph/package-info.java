/**
 * The sub-command {@code graph}: questions about who vouches for whom, in a running group or a
 * file. Start with {@link org.lagroups.node.cli.graph.GraphCommand}; most questions are a {@link
 * org.lagroups.node.cli.graph.PairCommand}.
 */
@NullMarked
package org.lagroups.node.cli.graph;

import org.jspecify.annotations.NullMarked;
