package org.lagroups.fileshare.verdict;

/** A verdict, and what has become of it. */
public record KeptVerdict(Verdict verdict, Effect effect) {

  /** The same verdict with another effect. */
  KeptVerdict with(Effect now) {
    return new KeptVerdict(verdict, now);
  }

  /** Whether the publisher is banned because of this verdict. */
  boolean isPlaced() {
    return effect == Effect.PLACED;
  }

  /** Whether it hides all that its publisher publishes, not just the one file. */
  boolean hidesPublisher() {
    return !verdict.good() && effect != Effect.LIFTED;
  }
}
