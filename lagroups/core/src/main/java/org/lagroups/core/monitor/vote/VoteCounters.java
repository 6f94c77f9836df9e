package org.lagroups.core.monitor.vote;

import java.util.Map;
import org.lagroups.core.monitor.observe.ObservationCounters;

/**
 * What a {@link VotingMonitor} has done since it was made.
 *
 * @param open questions open now
 * @param asked questions put
 * @param refused questions not put, because too many were open or it was open already
 * @param decided questions with a majority
 * @param undecided questions with enough answers, but no majority
 * @param tooFew questions with too few answers
 * @param ballots answers, by what became of them
 * @param observations of the votes: good ones are with the majority, bad ones against it
 */
public record VoteCounters(
    int open,
    long asked,
    long refused,
    long decided,
    long undecided,
    long tooFew,
    Map<Ballot, Long> ballots,
    ObservationCounters observations) {

  public VoteCounters {
    ballots = Map.copyOf(ballots);
  }
}
