/**
 * What a stream is, without any network: its name, what its publisher says of it, and the link by
 * which somebody receives it. What it carries is in {@code stream.chunk}.
 *
 * <p>Start with {@link org.lagroups.multicast.stream.StreamHeader}; signed, it is a {@link
 * org.lagroups.multicast.stream.SignedHeader}, whose hash is the {@link
 * org.lagroups.multicast.stream.StreamId}. So whoever knows the ID takes the header from anybody.
 *
 * <p>All types are immutable and may be used from any thread.
 */
@NullMarked
package org.lagroups.multicast.stream;

import org.jspecify.annotations.NullMarked;
