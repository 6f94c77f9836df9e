/**
 * Files that are being fetched, on disk.
 *
 * <p>Start with {@link org.lagroups.fileshare.runtime.part.DiskPartFiles}. In the folder chosen, a
 * file grows as {@code .NAME.ROOT.lagpart}; beside it, {@code .NAME.ROOT.lagpart-map} says which
 * leaves are there, with their hashes, so that after a crash each is checked before it counts. Only
 * when the whole fits its root does it get its name, and never in place of another file.
 *
 * <p>One thread does all the work; answers come back on the node's loop.
 */
@NullMarked
package org.lagroups.fileshare.runtime.part;

import org.jspecify.annotations.NullMarked;
