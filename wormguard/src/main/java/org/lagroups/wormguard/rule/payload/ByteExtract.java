package org.lagroups.wormguard.rule.payload;

/**
 * A number in the buffer is kept for later conditions ({@code byte_extract}).
 *
 * @param multiplier at least 1; the number is multiplied by it
 * @param alignment the number is then rounded up to a multiple of this: 1, 2 or 4
 * @param slot where it is kept
 */
public record ByteExtract(NumberField field, long multiplier, int alignment, int slot)
    implements Condition {}
