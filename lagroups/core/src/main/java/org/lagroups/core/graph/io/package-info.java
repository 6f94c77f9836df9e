/**
 * Attestation graphs as text: CSV in and out, DOT out.
 *
 * <p>Start with {@link org.lagroups.core.graph.io.GraphCsv}. Nothing here opens a file: the caller
 * gives the reader or writer, and closes it.
 *
 * <p><b>Threads.</b> Functions only; any thread.
 */
@NullMarked
package org.lagroups.core.graph.io;

import org.jspecify.annotations.NullMarked;
