package org.lagroups.node.transport.quic;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DatagramPacket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.node.transport.link.Hello;

/**
 * Stateless reset (RFC 9000, section 10.3): a node that was restarted tells so to a peer that still
 * sends packets of a session before the restart. The peer knows the token from the hello of that
 * session, so nobody else can end it. Without this the peer would notice only at its idle time-out.
 */
final class StatelessResets {

  /** Resets sent per second at most, to whomever. */
  static final int MAX_PER_SECOND = 200;

  private static final int FIRST_BYTE = 0x40;
  private static final int FIRST_BYTE_RANDOM = 0x3f;

  /** A short header with an ID, a packet number and a minimal payload looks no shorter. */
  private static final int MIN_BYTES = 1 + ConnectionIds.LENGTH + 4 + Hello.RESET_TOKEN_LENGTH;

  private final ResetTokens tokens;
  private final LongSupplier nanoTime;
  private final RandomGenerator random;
  private final Map<Bytes, Runnable> sessions = new HashMap<>();
  private long secondBegan;
  private int sentInSecond;

  StatelessResets(ResetTokens tokens, LongSupplier nanoTime, RandomGenerator random) {
    this.tokens = tokens;
    this.nanoTime = nanoTime;
    this.random = random;
    this.secondBegan = nanoTime.getAsLong();
  }

  /** From now on {@code token} from the peer means that it has lost the session. */
  void expect(Bytes token, Runnable onReset) {
    sessions.put(token, onReset);
  }

  /** The session is over. */
  void forget(Bytes token, Runnable onReset) {
    sessions.remove(token, onReset);
  }

  /** Takes over a short packet of a connection that this node does not know. */
  void unknown(ChannelHandlerContext ctx, DatagramPacket packet) {
    try {
      Runnable lost = sessionOf(packet.content());
      if (lost != null) {
        lost.run();
      } else if (packet.content().readableBytes() > MIN_BYTES && isWithinRate()) {
        var _ =
            ctx.writeAndFlush(new DatagramPacket(answer(ctx, packet.content()), packet.sender()));
      }
    } finally {
      packet.release();
    }
  }

  private @Nullable Runnable sessionOf(ByteBuf packet) {
    if (packet.readableBytes() < MIN_BYTES) {
      return null;
    }
    byte[] token = new byte[Hello.RESET_TOKEN_LENGTH];
    packet.getBytes(packet.writerIndex() - token.length, token);
    return sessions.get(Bytes.wrapOwned(token));
  }

  /** Shorter than the packet it answers, so that two nodes never answer each other for ever. */
  private ByteBuf answer(ChannelHandlerContext ctx, ByteBuf packet) {
    byte[] id = new byte[ConnectionIds.LENGTH];
    packet.getBytes(packet.readerIndex() + 1, id);
    byte[] noise = new byte[MIN_BYTES - Hello.RESET_TOKEN_LENGTH];
    random.nextBytes(noise);
    noise[0] = (byte) (FIRST_BYTE | (noise[0] & FIRST_BYTE_RANDOM));
    return ctx.alloc()
        .directBuffer(MIN_BYTES)
        .writeBytes(noise)
        .writeBytes(tokens.tokenOf(id).toArray());
  }

  private boolean isWithinRate() {
    long now = nanoTime.getAsLong();
    if (now - secondBegan > TimeUnit.SECONDS.toNanos(1)) {
      secondBegan = now;
      sentInSecond = 0;
    }
    return sentInSecond++ < MAX_PER_SECOND;
  }
}
