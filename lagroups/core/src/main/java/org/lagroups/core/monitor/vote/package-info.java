/**
 * Votes over answers: several nodes are asked the same, and who contradicts the majority again and
 * again fails (paper, section 2.2; talk, "When to startAttest()").
 *
 * <p>Start with {@link org.lagroups.core.monitor.vote.VotingMonitor}. See {@code
 * org.lagroups.core.monitor.observe} for time and threads.
 */
@NullMarked
package org.lagroups.core.monitor.vote;

import org.jspecify.annotations.NullMarked;
