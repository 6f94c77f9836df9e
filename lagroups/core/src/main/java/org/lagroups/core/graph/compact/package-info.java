/**
 * The algorithms behind {@link org.lagroups.core.graph}, on vertices that are numbers from 0 up and
 * edges that are int arrays. They know nothing of labels, and nobody but that package needs them.
 *
 * <p>Start with {@link org.lagroups.core.graph.compact.Adjacency}, the graph; then {@link
 * org.lagroups.core.graph.compact.DisjointFlow}, a set of vertex-disjoint paths, which {@link
 * org.lagroups.core.graph.compact.LayeredSearch} makes as large as possible and {@link
 * org.lagroups.core.graph.compact.CheapestSearch} also as short as possible.
 *
 * <p><b>Threads.</b> Only {@code Adjacency} may be shared; all else keeps scratch space.
 */
@NullMarked
package org.lagroups.core.graph.compact;

import org.jspecify.annotations.NullMarked;
