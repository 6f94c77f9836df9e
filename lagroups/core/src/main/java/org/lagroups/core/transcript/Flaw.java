package org.lagroups.core.transcript;

/**
 * Something that is wrong with a transcript.
 *
 * @param detail what was found and what was asked, in words
 */
public record Flaw(Kind kind, String detail) {

  /** The kinds of flaws. */
  public enum Kind {
    /** It is about another group than asked. */
    WRONG_GROUP,
    /** It is about another member than asked. */
    WRONG_MEMBER,
    /** It is no longer valid. */
    EXPIRED,
    /** Its expiry is so far ahead that it must have been signed in the future. */
    FUTURE_DATED,
    /** The member endorses itself. */
    SELF_ENDORSED,
    /** A signer is listed twice. */
    DOUBLED_SIGNER,
    /** Fewer sign than asked. */
    TOO_FEW_SIGNERS,
    /** Fewer trusted ones sign than asked. */
    TOO_FEW_TRUSTED,
    /** A signer's BLS key is no point of the curve's subgroup, or was not proven to be its own. */
    UNPROVEN_KEY,
    /** The signature is not that of these signers under this endorsement. */
    BAD_SIGNATURE
  }
}
