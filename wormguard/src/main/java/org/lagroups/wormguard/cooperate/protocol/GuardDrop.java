package org.lagroups.wormguard.cooperate.protocol;

/** Why something that a peer sent changed nothing. */
public enum GuardDrop {
  /** No message in its one canonical encoding. */
  MALFORMED("it is damaged"),
  /** About a group to which the node does not belong, or from nobody in its view. */
  NOT_A_MEMBER("it is not of a member of the group"),
  /** More than the peer may send. */
  OVER_BUDGET("there is too much to do"),
  /** From nobody in the view, whoever has passed it on. */
  UNKNOWN_SIGNER("its origin is not in the view of the group"),
  /** It has ended, or is of the future. */
  BAD_TIME("it has ended, or is of the future"),
  /** Its signature is not good. */
  BAD_SIGNATURE("it was not signed by its origin"),
  /** Its rule must not be shared. */
  UNFIT_RULE("its rule must not be shared"),
  /** Its origin has too many, or all have. */
  NO_ROOM("its origin has as many signatures as one may have"),
  /** A share, or the proof that comes with it, is not good. */
  BAD_SHARE("an endorsement is not good"),
  /** Evidence that nobody asked for, or that is not what was named. */
  BAD_EVIDENCE("the evidence is not that of the signature");

  private final String words;

  GuardDrop(String words) {
    this.words = words;
  }

  /** For people. */
  String words() {
    return words;
  }
}
