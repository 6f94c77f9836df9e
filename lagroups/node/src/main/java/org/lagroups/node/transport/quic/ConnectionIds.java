package org.lagroups.node.transport.quic;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.quic.QuicConnectionIdGenerator;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * The connection IDs that this socket chooses: three bytes that tell its own IDs from others and
 * dialled connections from accepted ones, then five random bytes.
 *
 * <p>Telling them apart needs no table, and after a restart shows that a packet belongs to a
 * connection of the process before. Short IDs keep packets small.
 */
final class ConnectionIds implements QuicConnectionIdGenerator {

  /** Length of each ID in bytes. */
  static final int LENGTH = 8;

  /** Which side opened the connection that an ID belongs to. */
  enum Owner {
    ACCEPTED,
    DIALLED,
    /** Not an ID of this socket. */
    UNKNOWN
  }

  private static final long OWNER_BITS = 0xffffffL << 40;
  private static final long DIALLED_BIT = 1L << 63;

  private final RandomGenerator random;
  private final long accepted;

  ConnectionIds(RandomGenerator random) {
    this.random = random;
    this.accepted = random.nextLong() & OWNER_BITS & ~DIALLED_BIT;
  }

  /** A new ID for a connection that this side opens. */
  byte[] newDialled() {
    return bytes(accepted | DIALLED_BIT);
  }

  /** Whose ID begins at {@code index}. */
  Owner ownerOf(ByteBuf packet, int index) {
    long bits = packet.getLong(index) & OWNER_BITS;
    if (bits == accepted) {
      return Owner.ACCEPTED;
    }
    return bits == (accepted | DIALLED_BIT) ? Owner.DIALLED : Owner.UNKNOWN;
  }

  @Override
  public ByteBuffer newId(int length) {
    if (length != LENGTH) {
      throw new IllegalArgumentException("connection IDs have 8 bytes here, not " + length);
    }
    return ByteBuffer.wrap(bytes(accepted));
  }

  @Override
  public ByteBuffer newId(ByteBuffer input, int length) {
    return newId(length);
  }

  @Override
  public int maxConnectionIdLength() {
    return LENGTH;
  }

  @Override
  public boolean isIdempotent() {
    return false;
  }

  private byte[] bytes(long owner) {
    long id = owner | (random.nextLong() & ~OWNER_BITS);
    return ByteBuffer.allocate(LENGTH).putLong(id).array();
  }
}
