package org.lagroups.fileshare.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Content that anyone can make again: the SHA-256 hashes of {@code "lagroups vector"} followed by
 * 0, 1, 2, … as eight bytes, big-endian, one after the other, cut at the length wanted.
 */
public final class Vectors {

  private Vectors() {}

  /** The first {@code length} bytes of the content. */
  public static byte[] content(int length) {
    MessageDigest digest = sha256();
    byte[] start = "lagroups vector".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate((length + 31) / 32 * 32);
    for (long i = 0; out.hasRemaining(); i++) {
      digest.update(start);
      digest.update(ByteBuffer.allocate(8).putLong(0, i));
      out.put(digest.digest());
    }
    return Arrays.copyOf(out.array(), length);
  }

  /** The tree of the first {@code length} bytes. */
  public static MerkleTree tree(int length) {
    return tree(content(length));
  }

  /** The tree of {@code content}. */
  public static MerkleTree tree(byte[] content) {
    TreeBuilder builder = new TreeBuilder();
    builder.update(content, 0, content.length);
    return builder.finish();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
