package org.lagroups.scenarios.bench.session;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.lagroups.node.transport.EventLoops;
import org.lagroups.node.transport.auth.HandshakeTrust;
import org.lagroups.node.transport.auth.SessionCertificate;

/** TLS 1.3 over TCP by Netty alone, with the library that our sessions use. */
public final class TlsTraffic implements Traffic {

  private final Loops loops = new Loops();
  private final AtomicLong received = new AtomicLong();

  /** Begins. */
  public TlsTraffic() throws SSLException {
    SessionCertificate certificate = NettyPieces.certificate();
    SslContext accepting =
        contextOf(SslContextBuilder.forServer(certificate.key(), certificate.certificate()));
    SslContext dialling =
        contextOf(SslContextBuilder.forClient().endpointIdentificationAlgorithm(""));
    boolean isEpoll = EventLoops.isEpoll(loops.sender());
    Class<? extends ServerChannel> listening =
        isEpoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    Channel listener =
        new ServerBootstrap()
            .group(loops.receiver())
            .channel(listening)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(accepting.newHandler(channel.alloc()))
                        .addLast(new NettyPieces.Counter(received));
                  }
                })
            .bind(Loops.anyPort())
            .syncUninterruptibly()
            .channel();
    Channel socket =
        new Bootstrap()
            .group(loops.sender())
            .channel(isEpoll ? EpollSocketChannel.class : NioSocketChannel.class)
            .handler(dialling.newHandler(listener.alloc()))
            .connect(listener.localAddress())
            .syncUninterruptibly()
            .channel();
    socket.pipeline().get(SslHandler.class).handshakeFuture().syncUninterruptibly();
    NettyPieces.Writer writer = new NettyPieces.Writer();
    loops
        .sender()
        .execute(() -> {
          socket.pipeline().addLast(writer);
          ChannelHandlerContext ctx = socket.pipeline().context(writer);
          writer.begin(ctx);
        });
  }

  @Override
  public long receivedBytes() {
    return received.get();
  }

  @Override
  public void close() {
    loops.close();
  }

  private static SslContext contextOf(SslContextBuilder builder) throws SSLException {
    return builder
        .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
        .protocols("TLSv1.3")
        .trustManager(new HandshakeTrust())
        .build();
  }
}
