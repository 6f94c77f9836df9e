/**
 * The messages about files, which travel as bodies of routed requests and answers.
 *
 * <p>Start with {@link org.lagroups.fileshare.wire.FileRequest} and {@link
 * org.lagroups.fileshare.wire.FileReply}; {@link org.lagroups.fileshare.wire.RequestCodec} and
 * {@link org.lagroups.fileshare.wire.ReplyCodec} turn them into bytes and back. Bytes from a peer
 * give a {@link org.lagroups.fileshare.wire.Decoded}, never an exception. There is one encoding of
 * each message; whatever else is refused.
 *
 * <p>All types are immutable and may be used from any thread.
 */
@NullMarked
package org.lagroups.fileshare.wire;

import org.jspecify.annotations.NullMarked;
