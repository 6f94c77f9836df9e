package org.lagroups.wormguard.learn.signature;

/** What came of making a signature. */
public sealed interface MadeSignature {

  /** There is one, and its rule alerts for its evidence. */
  record Made(Signature signature) implements MadeSignature {}

  /** There is none. */
  record NotMade(Reason reason) implements MadeSignature {}

  /** Why there is none. */
  enum Reason {
    /** All that the samples share is in benign traffic, or hardly more than one byte repeated. */
    NOTHING_NEW,
    /** A signature that was made before is about the same. */
    KNOWN,
    /** The rule does not alert for the samples. */
    NOT_MATCHED
  }
}
