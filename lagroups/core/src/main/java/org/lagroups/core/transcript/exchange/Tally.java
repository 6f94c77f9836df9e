package org.lagroups.core.transcript.exchange;

import org.lagroups.core.transcript.exchange.Outcome.Given;
import org.lagroups.core.transcript.exchange.Outcome.Missing;
import org.lagroups.core.transcript.exchange.Outcome.Why;

/** Counts what the exchange does. */
final class Tally {

  private long transcripts;
  private long snapshots;
  private long refused;
  private long taken;
  private long notValid;

  /** Something was given to a member. */
  void given(ProofRequest request) {
    switch (request) {
      case TRANSCRIPT -> transcripts++;
      case SNAPSHOT -> snapshots++;
    }
  }

  void refused() {
    refused++;
  }

  /** A member was asked for something. */
  void taken(Outcome<?> outcome) {
    if (outcome instanceof Given<?>) {
      taken++;
    } else if (outcome instanceof Missing<?>(Why why) && why == Why.NOT_VALID) {
      notValid++;
    }
  }

  ExchangeCounters snapshot() {
    return new ExchangeCounters(transcripts, snapshots, refused, taken, notValid);
  }
}
