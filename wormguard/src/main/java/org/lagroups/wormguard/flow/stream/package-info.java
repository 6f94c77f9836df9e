/**
 * Streams out of TCP segments (RFC 9293), in bounded memory.
 *
 * <p>Start with {@link org.lagroups.wormguard.flow.stream.Streams}, which takes each TCP packet
 * after the flow table has seen it, and tells a {@link
 * org.lagroups.wormguard.flow.stream.StreamListener} the bytes of both directions in their order,
 * each byte once. What comes in order is not copied; what comes too early waits in pages.
 *
 * <p>Where segments overlap, the byte that came first stays: what was told is not taken back, and
 * what waits is not written over. A host behind the gateway may decide otherwise, so segments that
 * bring other bytes than those that wait are counted: no honest sender makes them.
 *
 * <p>Bytes that are missing are given up, and the listener told of the gap, when the receiver
 * acknowledged what follows them (so it has them; they were not captured), when the flow is reset
 * or ends, or when memory is full: then of the stream that has waited longest. What fills a gap
 * afterwards is not of the stream any more, and the packet that brings it is told to be in none;
 * nor is one that brings places anew whose bytes are not known to be the same. Bytes too far ahead,
 * or beyond the depth, are left out. There is no stream without its SYN, of which the data, if it
 * has any, is the beginning; unless the other side acknowledges another SYN, or the SYN without its
 * data. Then the stream begins anew.
 *
 * <p>One thread.
 */
@NullMarked
package org.lagroups.wormguard.flow.stream;

import org.jspecify.annotations.NullMarked;
