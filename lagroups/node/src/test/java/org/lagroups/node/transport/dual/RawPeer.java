package org.lagroups.node.transport.dual;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicClientCodecBuilder;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamType;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.node.transport.auth.HandshakeTrust;
import org.lagroups.node.transport.auth.SessionCertificate;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.SessionMessage;
import org.lagroups.node.transport.link.SessionMessages;

/** A QUIC client that keeps to no rules of ours. */
final class RawPeer implements AutoCloseable {

  private final EventLoop loop = TestNode.LOOPS.next();
  private final Channel socket;
  private final QuicChannel connection;

  private RawPeer(TestNode target, QuicSslContext tls) throws Exception {
    socket = Epoll.isAvailable() ? new EpollDatagramChannel() : new NioDatagramChannel();
    socket
        .pipeline()
        .addLast(
            new QuicClientCodecBuilder()
                .sslContext(tls)
                .maxIdleTimeout(30, TimeUnit.SECONDS)
                .initialMaxData(1 << 20)
                .initialMaxStreamDataBidirectionalLocal(1 << 20)
                .datagram(16, 16)
                .build());
    loop.register(socket).sync();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    socket.bind(new InetSocketAddress(loopback, 0)).sync();
    connection =
        QuicChannel.newBootstrap(socket)
            .handler(new Deaf())
            .remoteAddress(new InetSocketAddress(loopback, target.port()))
            .connect()
            .sync()
            .getNow();
  }

  /** Authenticates as the node made from {@code seed}. */
  static RawPeer connect(TestNode target, int seed) throws Exception {
    SessionCertificate certificate =
        SessionCertificate.issue(TestNode.identity(seed), Instant.now());
    return new RawPeer(target, tls(certificate, "lagroups/1"));
  }

  /** Shows no certificate. */
  static RawPeer connectWithoutCertificate(TestNode target) throws Exception {
    return new RawPeer(target, tls(null, "lagroups/1"));
  }

  /** Opens the next stream and writes to it. */
  void stream(byte... content) throws Exception {
    QuicStreamChannel stream =
        connection.createStream(QuicStreamType.BIDIRECTIONAL, new Deaf()).sync().getNow();
    var _ = stream.writeAndFlush(Unpooled.copiedBuffer(content));
  }

  void datagram(byte... content) {
    var _ = connection.writeAndFlush(Unpooled.copiedBuffer(content));
  }

  /** The framed hello of a well-behaved node. */
  static byte[] hello() {
    Hello hello = new Hello(1, 1, Bytes.copyOf(new byte[Hello.RESET_TOKEN_LENGTH]));
    return frame(0, SessionMessages.encode(new SessionMessage.Greeting(hello)).toArray());
  }

  static byte[] frame(int protocol, byte[] message) {
    ByteBuf frame = Unpooled.buffer();
    frame.writeByte(protocol).writeMedium(message.length).writeBytes(message);
    byte[] out = new byte[frame.readableBytes()];
    frame.readBytes(out);
    return out;
  }

  boolean isOpen() {
    return connection.isOpen();
  }

  Future<?> closed() {
    return connection.closeFuture();
  }

  @Override
  public void close() {
    connection.close().syncUninterruptibly();
    socket.close().syncUninterruptibly();
  }

  private static QuicSslContext tls(@Nullable SessionCertificate certificate, String protocol) {
    QuicSslContextBuilder builder = QuicSslContextBuilder.forClient();
    if (certificate != null) {
      builder.keyManager(certificate.key(), null, certificate.certificate());
    }
    return builder
        .trustManager(new HandshakeTrust())
        .endpointIdentificationAlgorithm("")
        .applicationProtocols(protocol)
        .build();
  }

  /** Throws away what comes. */
  private static final class Deaf extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      var _ = ctx.close();
    }
  }
}
