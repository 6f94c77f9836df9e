package org.lagroups.wormguard.rule.packet;

/** Source and destination address are the same ({@code sameip}). */
public record SameAddresses() implements PacketCondition {}
