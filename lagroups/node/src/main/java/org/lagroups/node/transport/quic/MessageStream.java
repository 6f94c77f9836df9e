package org.lagroups.node.transport.quic;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamPriority;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.node.transport.session.FrameReader;
import org.lagroups.node.transport.session.OutgoingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of a link's two streams, in both directions. */
final class MessageStream extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(MessageStream.class);

  /** Hears what becomes of the stream. */
  interface Events extends FrameReader.Sink {

    /** Nothing more comes or goes. */
    void broken(String reason);
  }

  private final Events events;
  private final OutgoingQueue queue;
  private final FrameReader reader;
  private final QuicStreamPriority priority;
  private @Nullable QuicStreamChannel channel;
  private boolean reading;

  /**
   * A stream that has no channel yet.
   *
   * @param urgency smaller goes first
   * @param reading whether to read from the start, or only when told to
   */
  MessageStream(
      Events events, ByteBufAllocator allocator, int maxQueueBytes, int urgency, boolean reading) {
    this.events = events;
    this.queue = new OutgoingQueue(allocator, maxQueueBytes);
    this.reader = new FrameReader(events);
    this.priority = new QuicStreamPriority(urgency, true);
    this.reading = reading;
  }

  /** As {@link OutgoingQueue#offer}; {@link #flush} sends. */
  boolean offer(int protocol, Bytes message) {
    return queue.offer(protocol, message);
  }

  /** Sends as much as the stream takes now. */
  void flush() {
    QuicStreamChannel stream = channel;
    if (stream == null || !stream.isOpen()) {
      return;
    }
    while (stream.isWritable() && !queue.isEmpty()) {
      ByteBuf chunk = queue.poll();
      if (chunk != null) {
        var _ = stream.write(chunk);
      }
    }
  }

  void startReading() {
    reading = true;
    if (channel != null) {
      channel.config().setAutoRead(true);
    }
  }

  void close() {
    queue.clear();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    QuicStreamChannel stream = (QuicStreamChannel) ctx.channel();
    channel = stream;
    stream.config().setAutoRead(reading);
    var _ = stream.updatePriority(priority);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    flush();
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      reader.read((ByteBuf) message);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    flush();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    events.broken("the peer ended a stream of the session");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof RuntimeException || cause instanceof Error) {
      LOG.error("A fault of this node ended a session", cause);
    }
    events.broken("a stream of the session failed: " + cause.getMessage());
  }
}
