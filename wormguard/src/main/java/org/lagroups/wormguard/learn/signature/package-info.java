/**
 * Makes a rule of what packets have in common.
 *
 * <p>Start from {@link org.lagroups.wormguard.learn.signature.SignatureMaker}, to which samples are
 * given. {@link org.lagroups.wormguard.learn.signature.InvariantContent} finds the longest content
 * that nearly all of them have, and {@link org.lagroups.wormguard.learn.signature.RuleText} writes
 * the rule, with a header of what all of them share. The maker then has that rule loaded and judged
 * as anybody's would be, before it shows it to anybody.
 *
 * <p>Nothing is kept but which signatures were made. One thread.
 */
@NullMarked
package org.lagroups.wormguard.learn.signature;

import org.jspecify.annotations.NullMarked;
