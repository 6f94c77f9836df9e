package org.lagroups.wormguard.rule.payload;

/**
 * What a rule asks of the payload: a buffer of bytes, of a packet or a chunk of a stream.
 *
 * <p>Conditions hold one after another, in the rule's order, and share a <b>cursor</b>, a place in
 * the buffer, at first its start:
 *
 * <ul>
 *   <li>{@link Content} and {@link PatternFound} put it behind what was found, unless negated;
 *   <li>{@link ByteJump} puts it where it jumps to, {@link ByteExtract} and {@link ByteMath} behind
 *       what they read;
 *   <li>the others leave it.
 * </ul>
 *
 * Relative conditions count from the cursor. Where a relative one fails, what was found before it
 * may also lie further on: whoever evaluates goes back and tries the next place that an earlier
 * content or pattern can be found at, back to the last one that was not relative itself.
 *
 * <p>A negated condition holds where the same, not negated, does not. <b>Slots</b> keep numbers
 * that were read for later conditions of the same rule.
 */
public sealed interface Condition
    permits Content, PatternFound, ByteTest, ByteJump, ByteExtract, ByteMath, IsDataAt {}
