package org.lagroups.wormguard.api;

/**
 * A signature to take elsewhere. All fields are hexadecimal.
 *
 * @param record what its origin has signed
 * @param signature the origin's signature
 * @param evidence that of the record
 * @param proof who endorses it, as one multi-signature; empty if nobody does
 */
public record ExportedSignature(String record, String signature, String evidence, String proof) {

  /** The code of the error when a gateway has not got the evidence, so that it cannot give it. */
  public static final String NO_EVIDENCE = "no-evidence";
}
