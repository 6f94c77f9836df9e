package org.lagroups.wormguard.rule.payload;

/**
 * There are enough bytes ({@code isdataat}).
 *
 * @param count counted from the cursor: so many bytes follow it, at least. Counted from the start:
 *     the buffer has more bytes than that
 */
public record IsDataAt(Operand count, boolean isRelative, boolean isNegated) implements Condition {}
