/**
 * The ports to the disk on which fetched files grow.
 *
 * <p>Start with {@link org.lagroups.fileshare.part.PartFiles}: it opens a {@link
 * org.lagroups.fileshare.part.PartFile} for a {@link org.lagroups.fileshare.part.Target}, and what
 * goes wrong is a {@link org.lagroups.node.disk.DiskProblem}. {@code
 * org.lagroups.fileshare.runtime.part} is the real disk; the transfers use it.
 *
 * <p>Called and answered on the node's machine thread.
 */
@NullMarked
package org.lagroups.fileshare.part;

import org.jspecify.annotations.NullMarked;
