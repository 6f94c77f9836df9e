/**
 * The full-text index over the names of shared files, with Lucene.
 *
 * <p>Start with {@link org.lagroups.fileshare.runtime.index.FileIndex}. The index holds nothing
 * that the database does not: after a crash, or when it is damaged, it is thrown away and built
 * again.
 *
 * <p>A {@code FileIndex} may be used from several threads.
 */
@NullMarked
package org.lagroups.fileshare.runtime.index;

import org.jspecify.annotations.NullMarked;
