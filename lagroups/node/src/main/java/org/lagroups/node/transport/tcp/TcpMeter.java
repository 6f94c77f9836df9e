package org.lagroups.node.transport.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.link.Tally;

/** Counts the TCP payload that passes, first in the pipeline of a connection. */
final class TcpMeter extends ChannelDuplexHandler {

  private final Tally tally;

  TcpMeter(Tally tally) {
    this.tally = tally;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf bytes) {
      tally.wireIn(CarrierKind.TCP, bytes.readableBytes());
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf bytes) {
      tally.wireOut(CarrierKind.TCP, bytes.readableBytes());
    }
    var _ = ctx.write(message, promise);
  }
}
