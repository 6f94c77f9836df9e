package org.lagroups.core.transcript.exchange;

/**
 * What the exchange has done so far.
 *
 * @param transcriptsGiven how often this node gave its own transcript
 * @param snapshotsGiven how often it gave a snapshot
 * @param asksRefused asks that were beyond a member's budget, or made no sense
 * @param proofsTaken transcripts of others that were checked and good
 * @param proofsRefused what others sent that was no proof
 */
public record ExchangeCounters(
    long transcriptsGiven,
    long snapshotsGiven,
    long asksRefused,
    long proofsTaken,
    long proofsRefused) {}
