/**
 * Packets out of fragments (RFC 791, RFC 8200), in bounded memory.
 *
 * <p>Start with {@link org.lagroups.wormguard.packet.fragment.PacketUnpacker}, which goes over
 * everything a frame holds: its own packet, the whole one that it completes, the packets inside.
 * {@link org.lagroups.wormguard.packet.fragment.Reassembler} keeps what waits for its missing
 * parts.
 *
 * <p>Where fragments overlap, the bytes that came first stay. A host behind the gateway may decide
 * otherwise, so overlaps are counted, apart those whose bytes differ: no honest sender makes these.
 * Time is that of the packets. One thread.
 */
@NullMarked
package org.lagroups.wormguard.packet.fragment;

import org.jspecify.annotations.NullMarked;
