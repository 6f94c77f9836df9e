package org.lagroups.node.transport.quic;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import org.lagroups.node.transport.quic.ConnectionIds.Owner;

/**
 * Gives each datagram to the codec that knows its connection: the one that accepts comes next in
 * the pipeline, the one that dials after it. Short packets of unknown connections go to {@link
 * StatelessResets}; anything that is no QUIC packet is dropped.
 */
final class Demultiplexer extends ChannelInboundHandlerAdapter {

  /** In a long header, after the first byte and the version. */
  private static final int ID_LENGTH_AT = 5;

  private static final int LONG_HEADER_BIT = 0x80;
  private static final int SHORT_ID_AT = 1;
  private static final int LONG_ID_AT = ID_LENGTH_AT + 1;
  private static final int MIN_PACKET = LONG_ID_AT + ConnectionIds.LENGTH;

  private final ConnectionIds ids;
  private final StatelessResets resets;
  private final String acceptingCodec;
  private byte[] currentId = {};

  Demultiplexer(ConnectionIds ids, StatelessResets resets, String acceptingCodec) {
    this.ids = ids;
    this.resets = resets;
    this.acceptingCodec = acceptingCodec;
  }

  /** The ID by which the packet that is being handled now addresses its connection. */
  byte[] currentId() {
    return currentId.clone();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!(message instanceof DatagramPacket packet)
        || packet.content().readableBytes() < MIN_PACKET) {
      ReferenceCountUtil.release(message);
      return;
    }
    ByteBuf content = packet.content();
    int start = content.readerIndex();
    if ((content.getByte(start) & LONG_HEADER_BIT) == 0) {
      passShort(ctx, packet, start + SHORT_ID_AT);
    } else if (content.getUnsignedByte(start + ID_LENGTH_AT) == ConnectionIds.LENGTH) {
      pass(ctx, packet, start + LONG_ID_AT, ids.ownerOf(content, start + LONG_ID_AT));
    } else {
      ctx.fireChannelRead(packet);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    ctx.fireChannelReadComplete();
    // A codec does not pass this event on.
    ctx.pipeline().context(acceptingCodec).fireChannelReadComplete();
  }

  private void passShort(ChannelHandlerContext ctx, DatagramPacket packet, int idAt) {
    Owner owner = ids.ownerOf(packet.content(), idAt);
    if (owner == Owner.UNKNOWN) {
      resets.unknown(ctx, packet);
    } else {
      pass(ctx, packet, idAt, owner);
    }
  }

  private void pass(ChannelHandlerContext ctx, DatagramPacket packet, int idAt, Owner owner) {
    currentId = new byte[ConnectionIds.LENGTH];
    packet.content().getBytes(idAt, currentId);
    if (owner == Owner.DIALLED) {
      ctx.pipeline().context(acceptingCodec).fireChannelRead(packet);
    } else {
      ctx.fireChannelRead(packet);
    }
  }
}
