package org.lagroups.node.transport.quic;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamPriority;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.node.transport.lane.FrameKind;
import org.lagroups.node.transport.lane.FrameReader;
import org.lagroups.node.transport.lane.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of a link's two streams, in both directions: one lane. */
final class MessageStream extends ChannelInboundHandlerAdapter implements FrameReader.Sink {

  private static final Logger LOG = LoggerFactory.getLogger(MessageStream.class);

  /** Hears what becomes of the stream. */
  interface Events extends FrameReader.Sink {

    /** The stream takes more. */
    void writable();

    /** Nothing more comes or goes. */
    void broken(String reason);
  }

  private final Lane lane;
  private final Events events;
  private final FrameReader reader = new FrameReader(this);
  private final QuicStreamPriority priority;
  private final Deque<ByteBuf> early = new ArrayDeque<>();
  private @Nullable QuicStreamChannel channel;
  private boolean reading;

  /**
   * A stream that has no channel yet.
   *
   * @param urgency smaller goes first
   * @param reading whether to read from the start, or only when told to
   */
  MessageStream(Lane lane, Events events, int urgency, boolean reading) {
    this.lane = lane;
    this.events = events;
    this.priority = new QuicStreamPriority(urgency, true);
    this.reading = reading;
  }

  boolean isWritable() {
    QuicStreamChannel stream = channel;
    return stream != null && stream.isActive() && stream.isWritable();
  }

  /** Writes, also if there is no room: then it waits. Before there is a channel, little may. */
  void write(ByteBuf frames) {
    QuicStreamChannel stream = channel;
    if (stream == null || !stream.isActive()) {
      early.add(frames);
    } else {
      var _ = stream.write(frames);
    }
  }

  void startReading() {
    reading = true;
    if (channel != null) {
      channel.config().setAutoRead(true);
    }
  }

  void close() {
    early.forEach(ByteBuf::release);
    early.clear();
  }

  @Override
  public boolean message(FrameKind kind, int protocol, Bytes message) {
    if (kind != lane.kind()) {
      unreadable("a message in the wrong stream");
      return false;
    }
    return events.message(kind, protocol, message);
  }

  @Override
  public void unreadable(String what) {
    events.unreadable(what);
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
    while (!early.isEmpty()) {
      var _ = ctx.write(early.poll());
    }
    events.writable();
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
    if (ctx.channel().isWritable()) {
      events.writable();
    }
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
