/**
 * Transcripts of other members, and snapshots of whole groups, on demand (paper, section 2.2). A
 * share of an endorsement goes to its attestee alone, so each member keeps its own transcript; here
 * it gives it to other members that ask.
 *
 * <p>Start with {@link org.lagroups.core.transcript.exchange.TranscriptExchange}. What came of
 * asking is an {@link org.lagroups.core.transcript.exchange.Outcome}. Nothing is sent or signed
 * until somebody asks, and what many ask for is made once.
 *
 * <p>Requests and answers are routed messages ({@link org.lagroups.core.route.Router}); the
 * arithmetic is done where {@link org.lagroups.core.group.endorse.Endorser} does it. All calls are
 * made, and all callbacks come, on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.transcript.exchange;

import org.jspecify.annotations.NullMarked;
