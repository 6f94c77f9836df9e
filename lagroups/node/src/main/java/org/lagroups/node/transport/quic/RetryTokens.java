package org.lagroups.node.transport.quic;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.quic.Quic;
import io.netty.handler.codec.quic.QuicTokenHandler;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lagroups.node.transport.auth.HandshakeGate;

/**
 * Retry tokens (RFC 9000, section 8.1.2), asked for only while the gate is busy: a connection that
 * shows one comes from a source that receives what is sent to it.
 *
 * <p>A token is the time, a MAC over time, source and original connection ID, and that ID. The key
 * lives as long as the socket. (Netty's own handler has no MAC.)
 */
final class RetryTokens implements QuicTokenHandler {

  static final long VALID_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAC_BYTES = 16;
  private static final int ORIGINAL_ID_AT = Long.BYTES + MAC_BYTES;

  private final HandshakeGate gate;
  private final LongSupplier nanoTime;
  private final Mac mac;

  RetryTokens(HandshakeGate gate, LongSupplier nanoTime, RandomGenerator random) {
    this.gate = gate;
    this.nanoTime = nanoTime;
    byte[] key = new byte[32];
    random.nextBytes(key);
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HMAC with SHA-256", e);
    }
  }

  @Override
  public boolean writeToken(ByteBuf out, ByteBuf originalId, InetSocketAddress source) {
    if (!gate.isBusy(source.getAddress())) {
      return false;
    }
    byte[] id = new byte[originalId.readableBytes()];
    originalId.getBytes(originalId.readerIndex(), id);
    long time = nanoTime.getAsLong();
    out.writeLong(time).writeBytes(macOf(time, id, source)).writeBytes(id);
    return true;
  }

  @Override
  public int validateToken(ByteBuf token, InetSocketAddress source) {
    int idLength = token.readableBytes() - ORIGINAL_ID_AT;
    if (idLength < 0 || idLength > Quic.MAX_CONN_ID_LEN || gate.isFull(source.getAddress())) {
      return -1;
    }
    int start = token.readerIndex();
    long time = token.getLong(start);
    long age = nanoTime.getAsLong() - time;
    if (age < 0 || age > VALID_NANOS) {
      return -1;
    }
    byte[] claimed = new byte[MAC_BYTES];
    token.getBytes(start + Long.BYTES, claimed);
    byte[] id = new byte[idLength];
    token.getBytes(start + ORIGINAL_ID_AT, id);
    return MessageDigest.isEqual(claimed, macOf(time, id, source)) ? ORIGINAL_ID_AT : -1;
  }

  @Override
  public TokenValidationResult validateToken(
      ByteBuf token, InetSocketAddress source, ByteBuf connectionId) {
    // The ID that the Retry packet gave to the client becomes that of the connection.
    if (connectionId.readableBytes() != ConnectionIds.LENGTH) {
      return TokenValidationResult.invalidToken();
    }
    return QuicTokenHandler.super.validateToken(token, source, connectionId);
  }

  @Override
  public int maxTokenLength() {
    return ORIGINAL_ID_AT + Quic.MAX_CONN_ID_LEN;
  }

  private byte[] macOf(long time, byte[] originalId, InetSocketAddress source) {
    mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, time));
    mac.update(source.getAddress().getAddress());
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, source.getPort()));
    mac.update(originalId);
    return Arrays.copyOf(mac.doFinal(), MAC_BYTES);
  }
}
