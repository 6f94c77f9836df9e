package org.lagroups.fileshare.merkle;

import java.util.regex.Pattern;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Printable;

/**
 * Names a file's content: the {@code pieces root} of BEP 52. Its text form is 64 hexadecimal
 * digits.
 *
 * @param hash exactly {@link #LENGTH} bytes
 */
public record MerkleRoot(Bytes hash) implements Comparable<MerkleRoot> {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private static final int ABBREVIATED_LENGTH = 12;
  private static final Pattern TEXT = Pattern.compile("[0-9a-fA-F]{64}");

  public MerkleRoot {
    if (hash.length() != LENGTH) {
      throw new IllegalArgumentException("a root has 32 bytes, not " + hash.length());
    }
  }

  /**
   * Reads the text form, in either case.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  public static MerkleRoot parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a file's root has 64 hexadecimal digits, unlike " + Printable.of(text));
    }
    return new MerkleRoot(Bytes.fromHex(text));
  }

  /** The first twelve digits: enough to tell files apart on screen. */
  public String abbreviated() {
    return toString().substring(0, ABBREVIATED_LENGTH);
  }

  @Override
  public int compareTo(MerkleRoot other) {
    return hash.compareTo(other.hash);
  }

  @Override
  public String toString() {
    return hash.toHex();
  }
}
