package org.lagroups.scenarios.bench.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.lagroups.core.crypto.Identity;
import org.lagroups.node.transport.auth.SessionCertificate;

/** The two ends of a stream of Netty's, with nothing of ours. */
final class NettyPieces {

  private NettyPieces() {}

  /** A certificate that both sides show and nobody checks. */
  static SessionCertificate certificate() {
    return SessionCertificate.issue(Identity.generate(new Random(1)), Instant.now());
  }

  /** Writes as long as the stream takes it. */
  static final class Writer extends ChannelInboundHandlerAdapter {

    /** Nothing that has to be released. */
    private final ByteBuf piece =
        Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(Traffic.PIECE_BYTES));

    /** Begins, on the event loop. */
    void begin(ChannelHandlerContext ctx) {
      while (ctx.channel().isActive() && ctx.channel().isWritable()) {
        var _ = ctx.write(piece.retainedDuplicate());
      }
      var _ = ctx.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
      begin(ctx);
    }
  }

  /** Counts what comes, and forgets it. */
  static final class Counter extends ChannelInboundHandlerAdapter {

    private final AtomicLong received;

    Counter(AtomicLong received) {
      this.received = received;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof ByteBuf bytes) {
        received.addAndGet(bytes.readableBytes());
      }
      ReferenceCountUtil.release(message);
    }
  }
}
