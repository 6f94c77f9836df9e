package org.lagroups.core.transcript.exchange;

/** What came of asking for a proof. */
public sealed interface Outcome<T> {

  /** It is there, and all its signatures are good. */
  record Given<T>(T proof) implements Outcome<T> {}

  /** It is not. */
  record Missing<T>(Why why) implements Outcome<T> {}

  /** Why there is no proof. */
  enum Why {
    /** The member is not in the view, has not been heard, or no route leads to it. */
    NO_ROUTE,
    /** The member did not answer, or its answer was lost or altered on every route tried. */
    NO_ANSWER,
    /**
     * The member does not want to answer now: it is busy, or does not see this node as a member.
     */
    REFUSED,
    /** Nobody has signed. */
    NOTHING_SIGNED,
    /** What the member sent does not prove what it should. */
    NOT_VALID,
    /** This node does not belong to the group any more. */
    LEFT
  }
}
