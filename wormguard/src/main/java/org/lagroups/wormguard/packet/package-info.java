/**
 * What a captured frame holds, read where it lies.
 *
 * <p>Start with {@link org.lagroups.wormguard.packet.PacketDecoder}, which fills a {@link
 * org.lagroups.wormguard.packet.Packet}: a view that its owner uses for one frame after another, so
 * that no object is made for a packet and no byte is copied. What the decoder found is a {@link
 * org.lagroups.wormguard.packet.Decoded}; bytes never make it throw. A packet that carries another
 * (a tunnel) is judged first, and then the decoder goes on to the one inside, in the same view,
 * which knows its {@link org.lagroups.wormguard.packet.Carriers}. Fragments are put together in
 * {@code packet.fragment}. {@link org.lagroups.wormguard.packet.Checksums} are looked at only when
 * asked for.
 *
 * <p>Offsets are absolute within the memory that a frame lies in, since that may be a whole capture
 * file. Nothing here is safe for use by several threads: each has its own decoder and its own
 * packet.
 */
@NullMarked
package org.lagroups.wormguard.packet;

import org.jspecify.annotations.NullMarked;
