/**
 * What a node keeps on disk: its home folder, keys, settings and {@code database}.
 *
 * <p>Start with {@link org.lagroups.node.state.StateStore}, through which everything that has to
 * survive a crash is written. What it has completed is on disk.
 *
 * <p><b>Threads.</b> One thread of its own does all reading and writing of the database, in the
 * order of the calls; results come back as futures.
 */
@NullMarked
package org.lagroups.node.state;

import org.jspecify.annotations.NullMarked;
