/**
 * Answers what other members ask about this node's files.
 *
 * <p>Start with {@link org.lagroups.fileshare.serve.FileServer}, which decodes requests, keeps each
 * member within its budget, and asks the port {@link org.lagroups.fileshare.serve.SharedFiles},
 * behind which the index and the disk are.
 *
 * <p>All on the node's machine thread.
 */
@NullMarked
package org.lagroups.fileshare.serve;

import org.jspecify.annotations.NullMarked;
