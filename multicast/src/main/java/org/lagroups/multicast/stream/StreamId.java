package org.lagroups.multicast.stream;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.CheckedText;

/**
 * Names a stream: the first 20 bytes of the SHA-256 of its encoded header, so that the name
 * certifies the header and the publisher's keys in it.
 *
 * <p>Its text form is that of node and group IDs (Bech32m, BIP 350) with prefix {@code s}.
 *
 * @param bytes exactly {@link #LENGTH}
 */
public record StreamId(Bytes bytes) implements Comparable<StreamId> {

  /** Length in bytes. */
  public static final int LENGTH = 20;

  private static final CheckedText TEXT = new CheckedText("s", LENGTH);
  private static final int ABBREVIATED_LENGTH = 11;

  public StreamId {
    if (bytes.length() != LENGTH) {
      throw new IllegalArgumentException("a stream ID has 20 bytes, not " + bytes.length());
    }
  }

  /**
   * Reads the text form; case, dashes and blanks do not matter.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  public static StreamId parse(String text) {
    return new StreamId(TEXT.parse(text));
  }

  /** The first ten characters of the text form: enough to tell streams apart on screen. */
  public String abbreviated() {
    return toString().substring(0, ABBREVIATED_LENGTH);
  }

  @Override
  public int compareTo(StreamId other) {
    return bytes.compareTo(other.bytes);
  }

  @Override
  public String toString() {
    return TEXT.format(bytes);
  }
}
