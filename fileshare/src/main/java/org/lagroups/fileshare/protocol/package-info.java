/**
 * File sharing as one machine of a node.
 *
 * <p>Start with {@link org.lagroups.fileshare.protocol.FileshareMachine}. It ties together serving,
 * searching, verifying, downloading and verdicts, and gives them time. All that it says to other
 * members travels as routed requests; on its own protocol number it takes no messages.
 *
 * <p>All on the node's machine thread.
 */
@NullMarked
package org.lagroups.fileshare.protocol;

import org.jspecify.annotations.NullMarked;
