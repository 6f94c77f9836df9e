/**
 * Frames as they come and go at two interfaces, many at a time, for a bridge between them.
 *
 * <p>Start from {@link org.lagroups.wormguard.runtime.wire.PacketSocket}, which fills a {@link
 * org.lagroups.wormguard.runtime.wire.FrameBatch} with what has come and sends what is to go on out
 * of another's batch. Linux only, by its packet sockets (packet(7)), called without a library in
 * between: libpcap hands over frames without what the kernel still has to do with them, such as
 * checksums and cutting into segments, and could not send those again.
 *
 * <p>A socket and its batch belong to one thread.
 */
@NullMarked
package org.lagroups.wormguard.runtime.wire;

import org.jspecify.annotations.NullMarked;
