/**
 * Keeps what is known of shared folders up to date with what is in them.
 *
 * <p>Start with {@link org.lagroups.fileshare.runtime.folder.FolderKeeper}: one thread that walks
 * folders, hashes what is new or has changed, and tells the database and the index. What cannot be
 * read is skipped and reported in a {@link org.lagroups.fileshare.runtime.folder.FolderReport}.
 * What cannot be kept, because a disk is full for instance, is reported as well and tried again.
 *
 * <p>A {@code FolderKeeper} may be used from any thread; the rest is its own thread's.
 */
@NullMarked
package org.lagroups.fileshare.runtime.folder;

import org.jspecify.annotations.NullMarked;
