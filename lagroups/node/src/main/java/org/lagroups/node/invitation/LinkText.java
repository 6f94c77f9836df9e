package org.lagroups.node.invitation;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a kind of link looks: a scheme, then base64url (RFC 4648, section 5) of its content and the
 * first four bytes of the SHA-256 of that, so that a link that was cut or mistyped is noticed.
 *
 * @param scheme how such a link begins, as {@code lag:join:}
 * @param kind what people call it, with its article
 */
public record LinkText(String scheme, String kind) {

  private static final int MAX_TEXT_LENGTH = 8_192;
  private static final int MAX_BYTES = 4_096;
  private static final int CHECK_BYTES = 4;

  /** The text of a link whose content, of at most 4,092 bytes, {@code content} writes. */
  public String write(Consumer<ByteBuffer> content) {
    ByteBuffer out = ByteBuffer.allocate(MAX_BYTES);
    content.accept(out);
    int length = out.position();
    out.put(check(out.array(), length));
    byte[] whole = Arrays.copyOf(out.array(), out.position());
    return scheme + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * Reads a link; blanks and line breaks, which messengers put in, do not matter.
   *
   * @param content reads the content, and throws {@link IllegalArgumentException} with a message
   *     for people if it is none. That it ends too early is noticed here
   * @throws IllegalArgumentException with a message for the person who pasted it
   */
  public <T> T parse(String text, Function<ByteBuffer, T> content) {
    String compact = text.length() > MAX_TEXT_LENGTH ? "" : text.replaceAll("\\s", "");
    if (!compact.startsWith(scheme)) {
      throw new IllegalArgumentException(kind + " begins with " + scheme);
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(compact.substring(scheme.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "this link has a character that does not belong there: copy it again", e);
    }
    int length = whole.length - CHECK_BYTES;
    if (length < 1 || !Arrays.equals(check(whole, length), tail(whole, length))) {
      throw new IllegalArgumentException("this link is not complete, or changed: copy it again");
    }
    ByteBuffer in = ByteBuffer.wrap(whole, 0, length);
    T link;
    try {
      link = content.apply(in);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("this link is damaged", e);
    }
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("this link is damaged");
    }
    return link;
  }

  private static byte[] tail(byte[] whole, int from) {
    return Arrays.copyOfRange(whole, from, whole.length);
  }

  private static byte[] check(byte[] content, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content, 0, length);
      return Arrays.copyOf(digest.digest(), CHECK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
