/**
 * Attestation graphs as text: CSV, GraphML and DOT, in and out.
 *
 * <p>Start with {@link org.lagroups.core.graph.io.GraphFiles}, which chooses by a file's name; the
 * formats are {@link org.lagroups.core.graph.io.GraphCsv}, {@link
 * org.lagroups.core.graph.io.GraphMl} and {@link org.lagroups.core.graph.io.GraphDot}. {@link
 * org.lagroups.core.graph.io.PairCsv} reads the pairs of vertices that questions are about. Nothing
 * here opens a file: the caller gives the reader or writer, and closes it.
 *
 * <p>Texts may come from strangers: whatever they say, reading ends in a graph of bounded size or
 * in a {@link org.lagroups.core.graph.io.GraphFormatException}.
 *
 * <p><b>Threads.</b> Functions only; any thread. A {@code PairCsv} belongs to one.
 */
@NullMarked
package org.lagroups.core.graph.io;

import org.jspecify.annotations.NullMarked;
