package org.lagroups.wormguard.rule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Tells a rule from all others, whatever numbers it gives itself. All that is kept of a rule from
 * one packet to the next goes by this: who writes one rule cannot choose it such that it meets the
 * counters or the flows of another.
 *
 * @param bits the first 64 of a SHA-256: of the rule's text, or of the ID of the signature; not 0
 * @param shared the ID of the signature in hexadecimal, if partners share it; empty for others
 */
public record RuleKey(long bits, String shared) {

  /** Of a rule that a file of one's own has, by its text. */
  public static RuleKey ofText(String text) {
    return new RuleKey(hash(text.strip()), "");
  }

  /**
   * Of a rule that partners share.
   *
   * @param signature the ID of the signature in hexadecimal
   */
  public static RuleKey ofShared(String signature) {
    return new RuleKey(hash(signature), signature);
  }

  /** Whether partners share the rule. */
  public boolean isShared() {
    return !shared.isEmpty();
  }

  private static long hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long bits = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
      return bits == 0 ? 1 : bits;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
