package org.lagroups.machine;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An immutable sequence of bytes.
 *
 * <p>Ordered as unsigned bytes, the shorter first where one begins the other.
 */
public final class Bytes implements Comparable<Bytes> {

  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of {@code content}. */
  public static Bytes copyOf(byte... content) {
    return content.length == 0 ? EMPTY : new Bytes(content.clone());
  }

  /**
   * A copy of part of {@code content}.
   *
   * @throws IndexOutOfBoundsException if it does not reach so far
   */
  public static Bytes copyOf(byte[] content, int from, int length) {
    Objects.checkFromIndexSize(from, length, content.length);
    return new Bytes(Arrays.copyOfRange(content, from, from + length));
  }

  /**
   * Takes over {@code content} without copying it. The caller has just made the array and gives it
   * up here.
   */
  public static Bytes wrapOwned(byte[] content) {
    return new Bytes(content);
  }

  /**
   * The bytes that {@code hex} spells, in either case.
   *
   * @throws IllegalArgumentException if it is not hexadecimal
   */
  public static Bytes fromHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex));
  }

  public int length() {
    return content.length;
  }

  public boolean isEmpty() {
    return content.length == 0;
  }

  public byte at(int index) {
    return content[index];
  }

  /**
   * The part from {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws IndexOutOfBoundsException if these bytes do not reach so far
   */
  public Bytes slice(int from, int to) {
    Objects.checkFromToIndex(from, to, content.length);
    return new Bytes(Arrays.copyOfRange(content, from, to));
  }

  /** A copy as an array. */
  public byte[] toArray() {
    return content.clone();
  }

  /** A read-only view, without a copy. */
  public ByteBuffer asReadOnlyBuffer() {
    return ByteBuffer.wrap(content).asReadOnlyBuffer();
  }

  /** Copies everything to {@code target} from {@code at} on. */
  public void copyTo(byte[] target, int at) {
    System.arraycopy(content, 0, target, at, content.length);
  }

  /** Adds everything to what is hashed. */
  public void addTo(MessageDigest digest) {
    digest.update(content);
  }

  /**
   * Adds the part from {@code from} (inclusive) to {@code to} (exclusive) to what is hashed.
   *
   * @throws IndexOutOfBoundsException if these bytes do not reach so far
   */
  public void addTo(MessageDigest digest, int from, int to) {
    Objects.checkFromToIndex(from, to, content.length);
    digest.update(content, from, to - from);
  }

  /** In lower-case hexadecimal. */
  public String toHex() {
    return HexFormat.of().formatHex(content);
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /** Hexadecimal, cut after 32 bytes. */
  @Override
  public String toString() {
    return content.length <= 32
        ? toHex()
        : slice(0, 32).toHex() + "… (" + content.length + " bytes)";
  }
}
