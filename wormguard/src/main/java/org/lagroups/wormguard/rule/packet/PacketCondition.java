package org.lagroups.wormguard.rule.packet;

/**
 * What a rule asks of a packet's headers, or of its flow. A field that a packet lacks: no match.
 */
public sealed interface PacketCondition
    permits FieldInRange, TcpFlags, FragmentBits, SameAddresses, FlowSide, FlowBits {}
