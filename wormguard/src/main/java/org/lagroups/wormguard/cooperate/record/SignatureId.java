package org.lagroups.wormguard.cooperate.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.lagroups.machine.Bytes;

/**
 * Names a signature: the SHA-256 of its record, so that it stands for just these words. Shown in
 * hexadecimal.
 */
public record SignatureId(Bytes hash) implements Comparable<SignatureId> {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private static final int ABBREVIATED_LENGTH = 12;

  public SignatureId {
    if (hash.length() != LENGTH) {
      throw new IllegalArgumentException(
          "the ID of a signature has 32 bytes, not " + hash.length());
    }
  }

  /** The ID of an encoded record. */
  public static SignatureId of(Bytes encoded) {
    return new SignatureId(sha256(encoded));
  }

  /**
   * Reads the text form; case does not matter.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  public static SignatureId parse(String text) {
    if (!text.matches("[0-9A-Fa-f]{64}")) {
      throw new IllegalArgumentException(
          "the ID of a signature has 64 hexadecimal digits, as `lag guard sigs` shows it");
    }
    return new SignatureId(Bytes.fromHex(text.toLowerCase(Locale.ROOT)));
  }

  /** The beginning of the text form: enough to tell signatures apart on screen. */
  public String abbreviated() {
    return toString().substring(0, ABBREVIATED_LENGTH);
  }

  @Override
  public int compareTo(SignatureId other) {
    return hash.compareTo(other.hash);
  }

  @Override
  public String toString() {
    return hash.toHex();
  }

  private static Bytes sha256(Bytes content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      content.addTo(digest);
      return Bytes.wrapOwned(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
