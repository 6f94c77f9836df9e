/**
 * Which graph a command is about, and what its nodes are called.
 *
 * <p>Start with {@link org.lagroups.node.cli.graph.source.GraphSource}, the options; it opens a
 * {@link org.lagroups.node.cli.graph.source.NamedGraph}, of a running group or out of a file, as it
 * is at that moment. {@link org.lagroups.node.cli.graph.source.PairFile} reads pairs of nodes to
 * ask about.
 */
@NullMarked
package org.lagroups.node.cli.graph.source;

import org.jspecify.annotations.NullMarked;
