/**
 * Reads shared content for other members.
 *
 * <p>Start with {@link org.lagroups.fileshare.runtime.content.LocalFiles}, this node's side of the
 * port {@link org.lagroups.fileshare.serve.SharedFiles}: queries go to the index, records to the
 * database, content to a {@link org.lagroups.fileshare.runtime.content.ContentReader}.
 *
 * <p>Index and disk have a thread each; answers come back on the node's loop.
 */
@NullMarked
package org.lagroups.fileshare.runtime.content;

import org.jspecify.annotations.NullMarked;
