/**
 * Which packets belong together: flows, in bounded memory and without an object for each.
 *
 * <p>Start with {@link org.lagroups.wormguard.flow.FlowTable}. It finds the flow of a packet, or
 * begins one, and names it by the number of its slot, which stays the same as long as the flow
 * lives; a {@link org.lagroups.wormguard.flow.FlowListener} hears when that ends. What is known of
 * a flow is asked of the table.
 *
 * <p>Both directions are one flow. Its client is who sent the SYN; the destination of a SYN+ACK
 * whose SYN was not seen; otherwise the source of the first packet. A TCP flow is established once
 * each side's SYN was seen and acknowledged by the other, in whatever order (so also when both
 * sides send one); a flow that was seen from its middle never is. Other flows are established once
 * packets went both ways. A SYN begins a new flow at once only in the place of one that was closed
 * or seen from its middle. In the place of one that has shaken hands, the answer to the SYN does,
 * if it has another number than that side's SYN before: a host that still has the connection does
 * not answer so (RFC 9293, section 3.10.7.4), and what only a forger sends changes nothing.
 *
 * <p>Time is that of the packets, as far as these agree: see {@link
 * org.lagroups.wormguard.packet.PacketClock}. One thread.
 */
@NullMarked
package org.lagroups.wormguard.flow;

import org.jspecify.annotations.NullMarked;
