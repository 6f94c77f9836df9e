/**
 * A guard at work: rules from files, judged on what passes, with what came of it to be asked for.
 *
 * <p>Start from {@link org.lagroups.wormguard.runtime.guard.InspectingJudge}, which puts the
 * inspection of packets and the gate's decision together, and {@link
 * org.lagroups.wormguard.runtime.guard.RuleBook}, which has the rules that are in force and changes
 * them while packets pass; a {@link org.lagroups.wormguard.runtime.guard.NodeLink} brings it those
 * that partners vouch for. {@link org.lagroups.wormguard.runtime.guard.InlineGuard} is a whole
 * gateway between two interfaces.
 */
@NullMarked
package org.lagroups.wormguard.runtime.guard;

import org.jspecify.annotations.NullMarked;
