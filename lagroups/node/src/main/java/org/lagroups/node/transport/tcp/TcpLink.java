package org.lagroups.node.transport.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.net.InetSocketAddress;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.lane.FrameKind;
import org.lagroups.node.transport.lane.FrameReader;
import org.lagroups.node.transport.lane.Framing;
import org.lagroups.node.transport.lane.Lane;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.LinkSetup;
import org.lagroups.node.transport.link.SessionMessage;
import org.lagroups.node.transport.link.SignsOfLife;
import org.lagroups.node.transport.link.StreamLink;

/** An authenticated TLS connection: one stream, in which the messages of both lanes alternate. */
final class TcpLink extends StreamLink {

  /** What a process that was restarted would answer; the system does that for TCP. */
  private static final Bytes NO_TOKEN = Bytes.copyOf(new byte[Hello.RESET_TOKEN_LENGTH]);

  private final ChannelHandlerContext ctx;
  private final Runnable onOpened;
  private final FrameReader reader = new FrameReader(frames());
  private final TcpSigns signs;
  private boolean isDirty;

  /**
   * A link that has yet to be opened.
   *
   * @param ctx behind TLS
   * @param onOpened hears of the peer's hello before anyone else
   */
  TcpLink(
      ChannelHandlerContext ctx,
      NodeId peer,
      InetSocketAddress remote,
      boolean dialled,
      Runnable onOpened,
      LinkSetup setup) {
    super(peer, remote, dialled, setup);
    this.ctx = ctx;
    this.onOpened = onOpened;
    this.signs = new TcpSigns(ctx.channel());
  }

  /** Tells the peer why, and closes the connection, at a time when there may be no link. */
  static void farewell(ChannelHandlerContext ctx, CloseReason reason) {
    // Flushed at once, because TLS encrypts nothing more once it is told to close.
    var _ =
        ctx.writeAndFlush(
            framed(ctx.alloc(), Lane.ORDERED, new SessionMessage.Farewell(reason.code())));
    var _ = ctx.close();
  }

  /** Bytes have arrived. */
  void read(ByteBuf bytes) {
    reader.read(bytes);
  }

  /** The connection takes more. */
  void becameWritable() {
    onWritable();
  }

  @Override
  public CarrierKind carrier() {
    return CarrierKind.TCP;
  }

  @Override
  public Bytes resetToken() {
    return NO_TOKEN;
  }

  @Override
  public boolean isWritable(Lane lane) {
    return !isClosed() && ctx.channel().isWritable();
  }

  @Override
  public void write(Lane lane, ByteBuf frames) {
    if (isClosed()) {
      frames.release();
    } else {
      sent();
      isDirty = true;
      var _ = ctx.write(frames);
    }
  }

  @Override
  public boolean sendDatagram(int protocol, Bytes message) {
    if (!isWritable(Lane.ORDERED)) {
      return false;
    }
    write(Lane.ORDERED, Framing.frame(ctx.alloc(), FrameKind.DATAGRAM, protocol, message));
    return true;
  }

  @Override
  public void sendKeepAlive() {
    say(new SessionMessage.Ping());
    flush();
  }

  @Override
  public SignsOfLife signsOfLife() {
    signs.look();
    long unanswered = 0;
    if (signs.isAllAnswered()) {
      answered();
    } else {
      unanswered = Math.max(1, Math.min(unansweredNanos(), signs.sinceAnswerNanos()));
    }
    return new SignsOfLife(unanswered, silentNanos(), signs.roundTripNanos());
  }

  @Override
  public void flush() {
    if (isDirty && !isClosed()) {
      isDirty = false;
      var _ = ctx.flush();
    }
  }

  @Override
  protected void onOpened(Bytes peersResetToken) {
    onOpened.run();
  }

  @Override
  protected void release() {}

  @Override
  protected void onAnswerDue() {}

  @Override
  protected void closeConnection(CloseReason reason) {
    farewell(ctx, reason);
  }
}
