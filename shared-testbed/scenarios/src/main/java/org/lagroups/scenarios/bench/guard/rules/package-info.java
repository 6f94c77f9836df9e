/**
 * Rules that are made up from a seed, as many as asked for, in the language of {@code lag guard}.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.guard.rules.MadeRules}. A {@link
 * org.lagroups.scenarios.bench.guard.rules.MadeRule} knows the literal that a prefilter looks for,
 * and what a packet has to hold for the rule to hold. A set is the beginning of each greater one.
 */
@NullMarked
package org.lagroups.scenarios.bench.guard.rules;

import org.jspecify.annotations.NullMarked;
