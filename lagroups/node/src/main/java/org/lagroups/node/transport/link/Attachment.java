package org.lagroups.node.transport.link;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.lagroups.machine.Bytes;

/**
 * The first message of each side on a link that joins a session which the two nodes have already.
 * The side that dialled the session's first link says it, the other repeats it.
 *
 * @param incarnation of the side that dialled, as in its {@link Hello} for the session
 * @param sequence of that hello; with the incarnation it names the session
 * @param number names the link within the session; grows with each that is attached
 * @param resetToken as in {@link Hello}
 */
public record Attachment(long incarnation, long sequence, long number, Bytes resetToken) {

  private static final int LENGTH = 3 * Long.BYTES + Hello.RESET_TOKEN_LENGTH;

  public Attachment {
    if (resetToken.length() != Hello.RESET_TOKEN_LENGTH) {
      throw new IllegalArgumentException("a reset token has 16 bytes");
    }
  }

  /** Reads what a peer sent; what a later version appends is ignored. */
  public static Optional<Attachment> decode(Bytes encoded) {
    if (encoded.length() < LENGTH) {
      return Optional.empty();
    }
    ByteBuffer in = encoded.asReadOnlyBuffer();
    return Optional.of(
        new Attachment(
            in.getLong(),
            in.getLong(),
            in.getLong(),
            encoded.slice(LENGTH - Hello.RESET_TOKEN_LENGTH, LENGTH)));
  }

  public Bytes encode() {
    byte[] out = new byte[LENGTH];
    ByteBuffer.wrap(out).putLong(incarnation).putLong(sequence).putLong(number);
    resetToken.copyTo(out, LENGTH - Hello.RESET_TOKEN_LENGTH);
    return Bytes.wrapOwned(out);
  }

  /** What the called side says to it. */
  public Attachment answeredWith(Bytes ownResetToken) {
    return new Attachment(incarnation, sequence, number, ownResetToken);
  }

  /** Whether it is about the session that began with {@code hello}. */
  public boolean isOf(Hello hello) {
    return incarnation == hello.incarnation() && sequence == hello.sequence();
  }
}
