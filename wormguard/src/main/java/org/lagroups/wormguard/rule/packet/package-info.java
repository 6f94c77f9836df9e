/**
 * What a rule asks of a packet's headers and of the flow that it belongs to. Start with {@link
 * org.lagroups.wormguard.rule.packet.PacketCondition}. All is immutable.
 */
@NullMarked
package org.lagroups.wormguard.rule.packet;

import org.jspecify.annotations.NullMarked;
