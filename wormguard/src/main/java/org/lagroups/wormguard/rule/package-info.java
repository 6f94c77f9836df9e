/**
 * The rule language: a stated subset of that of Suricata and Snort (docs/WORMGUARD.md).
 *
 * <p>Start with {@link org.lagroups.wormguard.rule.Rule}, which is what a rule says once it was
 * read. {@code rule.load} reads it: {@code RuleLoader} a file, {@code RuleParser} one rule. What a
 * rule asks for is spread over
 *
 * <ul>
 *   <li>{@code rule.address}: sets of addresses and ports;
 *   <li>{@code rule.packet}: what a packet's headers and its flow have to be like;
 *   <li>{@code rule.payload}: what the bytes have to be like, in the order of the rule;
 *   <li>{@code rule.pattern}: regular expressions over bytes, in bounded time.
 * </ul>
 *
 * <p>{@code rule.keyword} has the meaning of each keyword, {@code rule.draft} what they make of a
 * rule, {@code rule.text} what they share.
 *
 * <p>Everything here but what loads is immutable, and may be shared between threads. Nothing here
 * looks at packets: that is the engine's affair.
 */
@NullMarked
package org.lagroups.wormguard.rule;

import org.jspecify.annotations.NullMarked;
