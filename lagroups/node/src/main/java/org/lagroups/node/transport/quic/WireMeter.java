package org.lagroups.node.transport.quic;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.link.Tally;

/** Counts the UDP payload that passes, first in the pipeline of the socket. */
final class WireMeter extends ChannelDuplexHandler {

  private final Tally tally;

  WireMeter(Tally tally) {
    this.tally = tally;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof DatagramPacket packet) {
      tally.wireIn(CarrierKind.QUIC, packet.content().readableBytes());
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof DatagramPacket packet) {
      tally.wireOut(CarrierKind.QUIC, packet.content().readableBytes());
    }
    var _ = ctx.write(message, promise);
  }
}
