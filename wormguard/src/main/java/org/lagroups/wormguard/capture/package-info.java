/**
 * Captured packets in files.
 *
 * <p>Start with {@link org.lagroups.wormguard.capture.PcapFile}, which opens a file of pcap or
 * pcapng; its {@link org.lagroups.wormguard.capture.Frames} go over the packets one after another,
 * in memory that is used again and again, without an object for each, and decode them into a {@link
 * org.lagroups.wormguard.packet.Packet}. Where a file is corrupt or ends too early, they end with a
 * {@link org.lagroups.wormguard.capture.Damage}, which has the place. {@link
 * org.lagroups.wormguard.capture.PcapWriter} writes such files.
 *
 * <p>A file may be read by several threads, each with its own frames, until it is closed. Besides
 * the runtime this is where files are opened.
 */
@NullMarked
package org.lagroups.wormguard.capture;

import org.jspecify.annotations.NullMarked;
