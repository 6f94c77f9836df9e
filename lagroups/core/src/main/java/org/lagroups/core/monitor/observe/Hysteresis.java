package org.lagroups.core.monitor.observe;

/**
 * Turns findings into a state that does not flap: fails after some bad ones among the last, and
 * passes after some good ones in a row. What came before a change of state does not count for the
 * next.
 */
public final class Hysteresis {

  /** What the findings so far amount to. */
  public enum State {
    /** Neither enough bad nor enough good ones yet. */
    UNDECIDED,
    PASSING,
    FAILING
  }

  private final Steadiness steadiness;
  private State state = State.UNDECIDED;

  /** The last findings, the newest in the lowest bit; a bad one is 1. */
  private long lastBad;

  private int goodInARow;

  public Hysteresis(Steadiness steadiness) {
    this.steadiness = steadiness;
  }

  public State state() {
    return state;
  }

  /**
   * Takes the next finding.
   *
   * @return whether the state is now another: passing, if it was good, or failing, if it was bad
   */
  public boolean add(boolean isGood) {
    lastBad = (lastBad << 1 | (isGood ? 0 : 1)) & -1L >>> (Long.SIZE - steadiness.of());
    goodInARow = isGood ? Math.min(goodInARow + 1, steadiness.good()) : 0;
    if (isGood && state != State.PASSING && goodInARow == steadiness.good()) {
      change(State.PASSING);
      return true;
    }
    if (!isGood && state != State.FAILING && Long.bitCount(lastBad) >= steadiness.bad()) {
      change(State.FAILING);
      return true;
    }
    return false;
  }

  private void change(State to) {
    state = to;
    lastBad = 0;
    goodInARow = 0;
  }
}
