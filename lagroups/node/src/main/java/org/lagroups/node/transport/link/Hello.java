package org.lagroups.node.transport.link;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.lagroups.machine.Bytes;

/**
 * The first message of each side on a link: it tells that this side would have the link for the
 * session, and lets the other side tell later links from earlier ones.
 *
 * @param incarnation random, made when the node's transport was opened
 * @param sequence grows with every hello that this incarnation sends to anyone
 * @param resetToken what the node answers, after it has forgotten the link, to packets of it: proof
 *     that the answer is its own (RFC 9000, section 10.3)
 */
public record Hello(long incarnation, long sequence, Bytes resetToken) {

  /** Length of {@link #resetToken} in bytes. */
  public static final int RESET_TOKEN_LENGTH = 16;

  private static final int LENGTH = 2 * Long.BYTES + RESET_TOKEN_LENGTH;

  public Hello {
    if (resetToken.length() != RESET_TOKEN_LENGTH) {
      throw new IllegalArgumentException("a reset token has 16 bytes");
    }
  }

  /** Reads what a peer sent; what a later version appends is ignored. */
  public static Optional<Hello> decode(Bytes encoded) {
    if (encoded.length() < LENGTH) {
      return Optional.empty();
    }
    ByteBuffer in = encoded.asReadOnlyBuffer();
    return Optional.of(
        new Hello(in.getLong(), in.getLong(), encoded.slice(LENGTH - RESET_TOKEN_LENGTH, LENGTH)));
  }

  public Bytes encode() {
    byte[] out = new byte[LENGTH];
    ByteBuffer.wrap(out).putLong(incarnation).putLong(sequence);
    resetToken.copyTo(out, LENGTH - RESET_TOKEN_LENGTH);
    return Bytes.wrapOwned(out);
  }

  /** Whether the node said this after {@code earlier}, or is a new incarnation. */
  public boolean isNewerThan(Hello earlier) {
    return incarnation != earlier.incarnation || sequence > earlier.sequence;
  }
}
