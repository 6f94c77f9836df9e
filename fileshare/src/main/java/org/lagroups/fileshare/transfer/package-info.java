/**
 * Fetches files from all members that hold them, at once.
 *
 * <p>Start with {@link org.lagroups.fileshare.transfer.Downloads}. A {@link
 * org.lagroups.fileshare.transfer.Download} asks members for small ranges of leaves with proofs,
 * many at a time, each as fast as it answers; checks every leaf against the file's root; and hands
 * what is good to a {@link org.lagroups.fileshare.transfer.PartFile}. Whoever sends something bad
 * is asked no more. The ports {@link org.lagroups.fileshare.transfer.PartFiles} and {@link
 * org.lagroups.fileshare.transfer.DownloadStore} stand for the disk.
 *
 * <p>All on the node's machine thread.
 */
@NullMarked
package org.lagroups.fileshare.transfer;

import org.jspecify.annotations.NullMarked;
