/**
 * Whether what a rule asks of headers and of the flow holds for a packet.
 *
 * <p>Start from {@link org.lagroups.wormguard.engine.header.HeaderTest} and {@link
 * org.lagroups.wormguard.engine.header.PacketTest}, which are immutable and create nothing. What
 * they have to know of the flow is a {@link org.lagroups.wormguard.engine.header.FlowState}, which
 * whoever keeps the flows implements.
 */
@NullMarked
package org.lagroups.wormguard.engine.header;

import org.jspecify.annotations.NullMarked;
