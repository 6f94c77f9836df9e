/**
 * Fetches files from all members that hold them, at once.
 *
 * <p>Start with {@link org.lagroups.fileshare.transfer.Downloads}. A {@link
 * org.lagroups.fileshare.transfer.Download} goes through its phases and writes to a {@link
 * org.lagroups.fileshare.part.PartFile}. Its {@link org.lagroups.fileshare.transfer.Fetch} asks
 * members for small ranges of leaves with proofs, many at a time, each as fast as it answers, and
 * checks every leaf against the file's root; whoever sends something bad is asked no more. The
 * ports {@link org.lagroups.fileshare.part.PartFiles} and {@link
 * org.lagroups.fileshare.transfer.DownloadStore} stand for the disk.
 *
 * <p>All on the node's machine thread.
 */
@NullMarked
package org.lagroups.fileshare.transfer;

import org.jspecify.annotations.NullMarked;
