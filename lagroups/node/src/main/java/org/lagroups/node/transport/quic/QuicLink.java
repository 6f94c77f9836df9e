package org.lagroups.node.transport.quic;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamType;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.lane.FrameKind;
import org.lagroups.node.transport.lane.FrameReader;
import org.lagroups.node.transport.lane.Framing;
import org.lagroups.node.transport.lane.Lane;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.LinkSetup;
import org.lagroups.node.transport.link.SignsOfLife;
import org.lagroups.node.transport.link.StreamLink;

/**
 * An authenticated QUIC connection: a stream for each lane, and datagrams. The side that dialled
 * opens both streams, that of the ordered lane first.
 */
final class QuicLink extends StreamLink {

  /** Of the dialling side's streams for both directions (RFC 9000, section 2.1). */
  private static final long FIRST_STREAM_ID = 0;

  private static final int ORDERED_URGENCY = 1;
  private static final int BULK_URGENCY = 100;

  private final QuicChannel channel;
  private final Bytes resetToken;
  private final Consumer<Bytes> onOpened;
  private final MessageStream ordered;
  private final MessageStream bulk;
  private final QuicSigns signs;
  private boolean isDirty;

  /**
   * A link that has yet to be opened.
   *
   * @param resetToken of the ID by which the peer addresses this connection
   * @param onOpened hears the peer's reset token before anyone hears of the peer's hello
   */
  QuicLink(
      QuicChannel channel,
      NodeId peer,
      boolean dialled,
      InetSocketAddress remote,
      Bytes resetToken,
      Consumer<Bytes> onOpened,
      LinkSetup setup) {
    super(peer, remote, dialled, setup);
    this.channel = channel;
    this.resetToken = resetToken;
    this.onOpened = onOpened;
    signs = new QuicSigns(channel);
    ordered = new MessageStream(Lane.ORDERED, new StreamEvents(), ORDERED_URGENCY, true);
    bulk = new MessageStream(Lane.BULK, new StreamEvents(), BULK_URGENCY, false);
  }

  /** Opens the streams, if this side dialled. */
  void createStreams() {
    var _ = channel.createStream(QuicStreamType.BIDIRECTIONAL, ordered);
    var _ = channel.createStream(QuicStreamType.BIDIRECTIONAL, bulk);
    // The peer learns of a stream only when something comes in it.
    bulk.write(
        Framing.frame(channel.alloc(), FrameKind.BULK, Framing.SESSION_PROTOCOL, Bytes.EMPTY));
  }

  /** What handles a stream that the peer opened. */
  ChannelHandler handlerOf(QuicStreamChannel stream) {
    return stream.streamId() == FIRST_STREAM_ID ? ordered : bulk;
  }

  /** A QUIC datagram has arrived. Before the session is up it is dropped, as any may be. */
  void onDatagram(ByteBuf datagram) {
    if (isStarted() && datagram.isReadable()) {
      int protocol = datagram.readUnsignedByte();
      byte[] message = new byte[datagram.readableBytes()];
      datagram.readBytes(message);
      onDatagram(protocol, Bytes.wrapOwned(message));
    }
  }

  @Override
  public CarrierKind carrier() {
    return CarrierKind.QUIC;
  }

  @Override
  public Bytes resetToken() {
    return resetToken;
  }

  @Override
  public void start() {
    super.start();
    bulk.startReading();
  }

  @Override
  public boolean isWritable(Lane lane) {
    return !isClosed() && stream(lane).isWritable();
  }

  @Override
  public void write(Lane lane, ByteBuf frames) {
    if (isClosed()) {
      frames.release();
    } else {
      sent();
      isDirty = true;
      stream(lane).write(frames);
    }
  }

  @Override
  public boolean sendDatagram(int protocol, Bytes message) {
    if (isClosed() || !channel.isWritable()) {
      return false;
    }
    sent();
    isDirty = true;
    ByteBuf datagram = channel.alloc().directBuffer(1 + message.length());
    datagram.writeByte(protocol).writeBytes(message.asReadOnlyBuffer());
    var _ = channel.write(datagram);
    return true;
  }

  @Override
  public void sendKeepAlive() {
    if (sendDatagram(Framing.SESSION_PROTOCOL, Bytes.EMPTY)) {
      flush();
    }
  }

  @Override
  public SignsOfLife signsOfLife() {
    if (signs.look()) {
      answered();
    }
    return new SignsOfLife(unansweredNanos(), signs.silentNanos(), signs.roundTripNanos());
  }

  @Override
  public void flush() {
    if (isDirty && !isClosed()) {
      isDirty = false;
      var _ = channel.flush();
    }
  }

  @Override
  protected void onOpened(Bytes peersResetToken) {
    onOpened.accept(peersResetToken);
  }

  @Override
  protected void release() {
    ordered.close();
    bulk.close();
  }

  @Override
  protected void onAnswerDue() {
    signs.look();
  }

  @Override
  protected void closeConnection(CloseReason reason) {
    Closing.close(channel, reason);
  }

  private MessageStream stream(Lane lane) {
    return lane == Lane.ORDERED ? ordered : bulk;
  }

  /** The same for both streams. */
  private final class StreamEvents implements MessageStream.Events {

    private final FrameReader.Sink frames = frames();

    @Override
    public boolean message(FrameKind kind, int protocol, Bytes message) {
      return frames.message(kind, protocol, message);
    }

    @Override
    public void unreadable(String what) {
      frames.unreadable(what);
    }

    @Override
    public void writable() {
      onWritable();
    }

    @Override
    public void broken(String reason) {
      // When the whole connection ends, its own handler knows why.
      if (!isClosed() && channel.isOpen()) {
        Closing.close(channel, CloseReason.MALFORMED);
        onConnectionClosed(LinkEnd.farewell(reason));
      }
    }
  }
}
