/**
 * What a gateway finds out about a signature by itself, and what it says to others if it is bad.
 *
 * <p>Start with {@link org.lagroups.wormguard.cooperate.judge.Battery}, the tests, which give a
 * {@link org.lagroups.wormguard.cooperate.judge.Finding}. What a gateway makes of it is its {@link
 * org.lagroups.wormguard.cooperate.judge.Judgement}. One that is bad becomes a {@link
 * org.lagroups.wormguard.cooperate.judge.Refutation} for the group, and costs those who vouched for
 * the signature this node's attestations, through {@link
 * org.lagroups.wormguard.cooperate.judge.BlameMonitor}.
 *
 * <p>On the node's machine thread; what a battery does is done elsewhere.
 */
@NullMarked
package org.lagroups.wormguard.cooperate.judge;

import org.jspecify.annotations.NullMarked;
