package org.lagroups.machine;

import java.util.random.RandomGenerator;

/**
 * Names a group: 160 random bits (paper, section 2.1).
 *
 * <p>Its text form is Bech32m (BIP 350) with prefix {@code g}, in groups of five separated by
 * dashes: any four wrong characters are detected.
 */
public final class GroupId implements Comparable<GroupId> {

  /** Length in bytes. */
  public static final int LENGTH = 20;

  private static final CheckedText TEXT = new CheckedText("g", LENGTH);

  private final Bytes value;

  /**
   * Of exactly {@link #LENGTH} bytes.
   *
   * @throws IllegalArgumentException if the length differs
   */
  public GroupId(Bytes value) {
    if (value.length() != LENGTH) {
      throw new IllegalArgumentException("a group ID has 20 bytes, not " + value.length());
    }
    this.value = value;
  }

  /**
   * Reads the text form; case, dashes and blanks do not matter.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  public static GroupId parse(String text) {
    return new GroupId(TEXT.parse(text));
  }

  public Bytes bytes() {
    return value;
  }

  /** A new group's ID. {@code random} has to be unpredictable where groups are real. */
  public static GroupId random(RandomGenerator random) {
    byte[] value = new byte[LENGTH];
    random.nextBytes(value);
    return new GroupId(Bytes.wrapOwned(value));
  }

  @Override
  public int compareTo(GroupId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return TEXT.format(value);
  }
}
