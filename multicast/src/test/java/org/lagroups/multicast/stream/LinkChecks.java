package org.lagroups.multicast.stream;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Puts a right check behind whatever content of a link. */
final class LinkChecks {

  private static final int CHECK_BYTES = 4;

  private LinkChecks() {}

  /** The link with all of {@code whole}, but for its last bytes: the check takes their place. */
  static String withCheck(String scheme, byte[] whole) {
    return withContent(scheme, Arrays.copyOf(whole, whole.length - CHECK_BYTES));
  }

  static String withContent(String scheme, byte[] content) {
    try {
      byte[] whole = Arrays.copyOf(content, content.length + CHECK_BYTES);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      System.arraycopy(hash, 0, whole, content.length, CHECK_BYTES);
      return scheme + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] contentOf(String text) {
    byte[] whole = Base64.getUrlDecoder().decode(text.substring(text.lastIndexOf(':') + 1));
    return Arrays.copyOf(whole, whole.length - CHECK_BYTES);
  }
}
