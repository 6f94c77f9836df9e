/**
 * Judges packets and stretches of streams by rules.
 *
 * <p>Start from {@link org.lagroups.wormguard.engine.RuleIndex}, which is made once of the rules
 * and shared; each thread has an {@link org.lagroups.wormguard.engine.Engine} of its own over it.
 * What holds goes to an {@link org.lagroups.wormguard.engine.AlertSink} as an {@link
 * org.lagroups.wormguard.engine.Alert}.
 *
 * <p>Of a payload, the matcher finds first which rules' literals are there, of the rules for its
 * ports; only those rules, and those without one, are judged in full: {@code engine.header}, {@code
 * engine.payload}. Then, in the order of actions, come flow bits and {@code engine.limit}. Nothing
 * is created for a packet without an alert. Where flows are kept and streams put together is not
 * known here: see {@link org.lagroups.wormguard.engine.header.FlowState}.
 */
@NullMarked
package org.lagroups.wormguard.engine;

import org.jspecify.annotations.NullMarked;
