/**
 * Whether what a rule asks of the payload holds in a stretch of bytes.
 *
 * <p>Start from {@link org.lagroups.wormguard.engine.payload.PayloadJudge}, which judges {@link
 * org.lagroups.wormguard.engine.payload.PayloadPlan}s: the conditions of a rule, made ready once
 * and shared. A judge belongs to one thread, and creates nothing while it judges, but what the
 * search for a pattern needs at first.
 *
 * <p>Bytes come from whoever sends packets, so each judgement has bounded {@link
 * org.lagroups.wormguard.engine.payload.Effort}.
 */
@NullMarked
package org.lagroups.wormguard.engine.payload;

import org.jspecify.annotations.NullMarked;
