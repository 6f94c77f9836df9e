/**
 * What a gateway finds out about a signature by itself, and what it says to others if it is bad.
 *
 * <p>Start with {@link org.lagroups.wormguard.cooperate.judge.Battery}, the tests, which give a
 * {@link org.lagroups.wormguard.cooperate.judge.TestResult}. What a gateway makes of it is its
 * {@link org.lagroups.wormguard.cooperate.judge.Opinion}. One with a {@link
 * org.lagroups.wormguard.cooperate.judge.Fault}, which everyone finds who looks, becomes a {@link
 * org.lagroups.wormguard.cooperate.judge.Refutation} for the group, and costs those who vouched for
 * the signature this node's attestations, through {@link
 * org.lagroups.wormguard.cooperate.judge.BlameMonitor}. With a {@link
 * org.lagroups.wormguard.cooperate.judge.Doubt}, which rests on what only this node sees, the node
 * just does not endorse it.
 *
 * <p>On the node's machine thread; what a battery does is done elsewhere.
 */
@NullMarked
package org.lagroups.wormguard.cooperate.judge;

import org.jspecify.annotations.NullMarked;
