package org.lagroups.machine;

import java.nio.ByteBuffer;

/**
 * Names a node: the SHA-256 of its two public keys, so that the name certifies the keys.
 *
 * <p>Its text form is Bech32m (BIP 350) with prefix {@code n}, in groups of five separated by
 * dashes: any four wrong characters are detected.
 */
public final class NodeId implements Comparable<NodeId> {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private static final CheckedText TEXT = new CheckedText("n", LENGTH);

  private final Bytes value;

  /** Kept, as the eight-byte words are, since IDs are looked up and compared all the time. */
  private final int hash;

  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  /**
   * Of exactly {@link #LENGTH} bytes.
   *
   * @throws IllegalArgumentException if the length differs
   */
  public NodeId(Bytes value) {
    if (value.length() != LENGTH) {
      throw new IllegalArgumentException("a node ID has 32 bytes, not " + value.length());
    }
    this.value = value;
    this.hash = value.hashCode();
    ByteBuffer words = value.asReadOnlyBuffer();
    this.first = words.getLong();
    this.second = words.getLong();
    this.third = words.getLong();
    this.fourth = words.getLong();
  }

  /**
   * Reads the text form; case, dashes and blanks do not matter.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  public static NodeId parse(String text) {
    return new NodeId(TEXT.parse(text));
  }

  public Bytes bytes() {
    return value;
  }

  /** The first ten characters of the text form: enough to tell nodes of a group apart on screen. */
  public String abbreviated() {
    return toString().substring(0, 11);
  }

  @Override
  public int compareTo(NodeId other) {
    return first == other.first
        ? value.compareTo(other.value)
        : Long.compareUnsigned(first, other.first);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof NodeId that
            && first == that.first
            && second == that.second
            && third == that.third
            && fourth == that.fourth);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return TEXT.format(value);
  }
}
