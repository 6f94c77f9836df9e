package org.lagroups.wormguard.rule.packet;

/** A number in a header lies within a range. */
public record FieldInRange(PacketField field, NumberRange range) implements PacketCondition {}
