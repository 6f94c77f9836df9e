package org.lagroups.node.transport.quic;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamType;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.TransportLimits;
import org.lagroups.node.transport.session.CloseReason;
import org.lagroups.node.transport.session.Framing;
import org.lagroups.node.transport.session.Hello;
import org.lagroups.node.transport.session.Link;
import org.lagroups.node.transport.session.LinkEvents;
import org.lagroups.node.transport.session.SessionMessage;
import org.lagroups.node.transport.session.Tally;

/**
 * An authenticated QUIC connection: a stream for ordered messages, a stream for bulk ones, and
 * datagrams. The side that dialled opens both streams, in this order.
 */
final class QuicLink implements Link {

  private static final String CARRIER = "quic";

  /** Of the dialling side's streams for both directions (RFC 9000, section 2.1). */
  private static final long FIRST_STREAM_ID = 0;

  private static final int ORDERED_URGENCY = 1;
  private static final int BULK_URGENCY = 100;

  private final QuicChannel channel;
  private final NodeId peer;
  private final boolean dialled;
  private final NodeAddress address;
  private final Bytes resetToken;
  private final Consumer<Hello> onHello;
  private final LinkEvents events;
  private final Tally tally;
  private final MessageStream ordered;
  private final MessageStream bulk;
  private boolean heardHello;
  private boolean started;
  private boolean closed;
  private boolean flushing;
  private long bytesOut;
  private long bytesIn;
  private long lastMessageNanos = System.nanoTime();

  /**
   * A link that has yet to be opened.
   *
   * @param resetToken of the ID by which the peer addresses this connection
   * @param onHello hears the peer's hello before anyone else
   */
  QuicLink(
      QuicChannel channel,
      NodeId peer,
      boolean dialled,
      InetSocketAddress remote,
      Bytes resetToken,
      Consumer<Hello> onHello,
      QuicShared shared) {
    this.channel = channel;
    this.peer = peer;
    this.dialled = dialled;
    this.address = new NodeAddress(hostOf(remote), remote.getPort());
    this.resetToken = resetToken;
    this.onHello = onHello;
    this.events = shared.events();
    this.tally = shared.tally();
    TransportLimits limits = shared.settings().limits();
    ordered =
        new MessageStream(
            new OrderedEvents(),
            channel.alloc(),
            limits.orderedQueueBytes(),
            ORDERED_URGENCY,
            true);
    bulk =
        new MessageStream(
            new BulkEvents(), channel.alloc(), limits.bulkQueueBytes(), BULK_URGENCY, false);
  }

  /** Opens the streams, if this side dialled. */
  void createStreams() {
    var _ = channel.createStream(QuicStreamType.BIDIRECTIONAL, ordered);
    var _ = channel.createStream(QuicStreamType.BIDIRECTIONAL, bulk);
  }

  /** What handles a stream that the peer opened. */
  ChannelHandler handlerOf(QuicStreamChannel stream) {
    return stream.streamId() == FIRST_STREAM_ID ? ordered : bulk;
  }

  /** A QUIC datagram has arrived. Before the session is up it is dropped, as any may be. */
  void onDatagram(ByteBuf datagram) {
    if (!started || closed || !datagram.isReadable()) {
      return;
    }
    int protocol = datagram.readUnsignedByte();
    if (protocol != Framing.SESSION_PROTOCOL) {
      byte[] message = new byte[datagram.readableBytes()];
      datagram.readBytes(message);
      deliver(protocol, Bytes.wrapOwned(message));
    }
  }

  /** The connection is gone. */
  void onConnectionClosed(String reason) {
    if (!closed) {
      release();
      events.onClosed(this, reason);
    }
  }

  @Override
  public NodeId peer() {
    return peer;
  }

  @Override
  public NodeAddress address() {
    return address;
  }

  @Override
  public boolean dialled() {
    return dialled;
  }

  @Override
  public String carrier() {
    return CARRIER;
  }

  @Override
  public void sayHello(long incarnation, long sequence) {
    if (closed) {
      return;
    }
    Hello own = new Hello(incarnation, sequence, resetToken);
    ordered.offer(Framing.SESSION_PROTOCOL, SessionMessage.encode(own));
    if (dialled) {
      // An empty message, because the peer learns of a stream only when something comes in it.
      bulk.offer(Framing.SESSION_PROTOCOL, Bytes.EMPTY);
    }
    flushSoon();
  }

  @Override
  public void confirm() {
    if (closed) {
      return;
    }
    ordered.offer(Framing.SESSION_PROTOCOL, SessionMessage.CONFIRMATION);
    flushSoon();
  }

  @Override
  public void start() {
    started = true;
    bulk.startReading();
  }

  @Override
  public boolean send(ProtocolId protocol, Delivery delivery, Bytes message) {
    boolean taken =
        !closed
            && switch (delivery) {
              case ORDERED -> ordered.offer(protocol.number(), message);
              case BULK -> bulk.offer(protocol.number(), message);
              case DATAGRAM -> sendDatagram(protocol.number(), message);
            };
    if (taken) {
      bytesOut += message.length();
      lastMessageNanos = System.nanoTime();
      flushSoon();
    }
    return taken;
  }

  @Override
  public void sendKeepAlive() {
    if (sendDatagram(Framing.SESSION_PROTOCOL, Bytes.EMPTY)) {
      lastMessageNanos = System.nanoTime();
      flushSoon();
    }
  }

  @Override
  public void close(CloseReason reason) {
    if (!closed) {
      release();
      Closing.close(channel, reason);
    }
  }

  @Override
  public long bytesOut() {
    return bytesOut;
  }

  @Override
  public long bytesIn() {
    return bytesIn;
  }

  @Override
  public long quietNanos() {
    return System.nanoTime() - lastMessageNanos;
  }

  private boolean sendDatagram(int protocol, Bytes message) {
    if (!channel.isWritable()) {
      return false;
    }
    ByteBuf datagram = channel.alloc().directBuffer(1 + message.length());
    datagram.writeByte(protocol).writeBytes(message.asReadOnlyBuffer());
    var _ = channel.write(datagram);
    return true;
  }

  /** Sends at the end of what the event loop is doing now, so that messages share packets. */
  private void flushSoon() {
    if (!flushing) {
      flushing = true;
      channel.eventLoop().execute(this::flush);
    }
  }

  private void flush() {
    flushing = false;
    if (!closed) {
      ordered.flush();
      channel.flush();
      bulk.flush();
    }
  }

  private void deliver(int protocol, Bytes message) {
    bytesIn += message.length();
    lastMessageNanos = System.nanoTime();
    events.onMessage(this, new ProtocolId(protocol), message);
  }

  private void refuse(String what) {
    tally.messageRefused();
    close(CloseReason.MALFORMED);
    events.onClosed(this, what);
  }

  private void release() {
    closed = true;
    ordered.close();
    bulk.close();
  }

  private static String hostOf(InetSocketAddress remote) {
    String host = remote.getAddress().getHostAddress();
    int scope = host.indexOf('%');
    return scope < 0 ? host : host.substring(0, scope);
  }

  /** What both streams have in common. */
  private abstract class StreamEvents implements MessageStream.Events {

    @Override
    public boolean message(int protocol, Bytes message) {
      if (closed) {
        return false;
      }
      if (protocol == Framing.SESSION_PROTOCOL) {
        sessionMessage(message);
      } else if (started) {
        deliver(protocol, message);
      } else {
        refuse("the peer sent messages before there was a session");
      }
      return !closed;
    }

    @Override
    public void tooLong(int length) {
      if (!closed) {
        refuse("the peer sent a message of " + length + " bytes");
      }
    }

    @Override
    public void broken(String reason) {
      // When the whole connection ends, its own handler knows why.
      if (!closed && channel.isOpen()) {
        close(CloseReason.MALFORMED);
        events.onClosed(QuicLink.this, reason);
      }
    }

    abstract void sessionMessage(Bytes message);
  }

  private final class OrderedEvents extends StreamEvents {

    @Override
    void sessionMessage(Bytes message) {
      switch (SessionMessage.decode(message)) {
        case SessionMessage.Greeting(Hello said) when !heardHello -> {
          heardHello = true;
          onHello.accept(said);
          events.onHello(QuicLink.this, said);
        }
        case SessionMessage.Confirmation() when heardHello -> events.onConfirm(QuicLink.this);
        case SessionMessage.Unknown() when heardHello -> {}
        default -> refuse("the peer did not say hello as it should");
      }
    }
  }

  private final class BulkEvents extends StreamEvents {

    /** Only opens the stream. */
    @Override
    void sessionMessage(Bytes message) {}
  }
}
