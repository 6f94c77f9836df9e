package org.lagroups.scenarios.bench.session;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.quic.EpollQuicUtils;
import io.netty.handler.codec.quic.InsecureQuicTokenHandler;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicChannelOption;
import io.netty.handler.codec.quic.QuicClientCodecBuilder;
import io.netty.handler.codec.quic.QuicCodecBuilder;
import io.netty.handler.codec.quic.QuicServerCodecBuilder;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamType;
import io.netty.handler.codec.quic.SegmentedDatagramPacketAllocator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.lagroups.node.transport.EventLoops;
import org.lagroups.node.transport.auth.HandshakeTrust;
import org.lagroups.node.transport.auth.SessionCertificate;

/** Streams of one QUIC connection by Netty alone, with segmentation offload where there is any. */
public final class QuicTraffic implements Traffic {

  private static final String PROTOCOL = "bench";
  private static final int DATAGRAM_BYTES = 1_500;
  private static final int RECEIVE_BATCH = 64;
  private static final int SEND_SEGMENTS = 10;
  private static final int SOCKET_BUFFER_BYTES = 4 << 20;
  private static final long WINDOW_BYTES = 16 << 20;

  private final Loops loops = new Loops();
  private final AtomicLong received = new AtomicLong();

  /** Begins. */
  public QuicTraffic(int streams) {
    SessionCertificate certificate = NettyPieces.certificate();
    Channel accepting = socket(loops.receiver(), accepting(certificate));
    Channel dialling = socket(loops.sender(), dialling());
    QuicChannel connection =
        QuicChannel.newBootstrap(dialling)
            .handler(new ChannelInboundHandlerAdapter())
            .option(QuicChannelOption.SEGMENTED_DATAGRAM_PACKET_ALLOCATOR, segments())
            .remoteAddress(accepting.localAddress())
            .connect()
            .syncUninterruptibly()
            .getNow();
    for (int i = 0; i < streams; i++) {
      NettyPieces.Writer writer = new NettyPieces.Writer();
      QuicStreamChannel stream =
          connection
              .createStream(QuicStreamType.UNIDIRECTIONAL, writer)
              .syncUninterruptibly()
              .getNow();
      loops.sender().execute(() -> writer.begin(stream.pipeline().context(writer)));
    }
  }

  @Override
  public long receivedBytes() {
    return received.get();
  }

  @Override
  public void close() {
    loops.close();
  }

  private ChannelHandler accepting(SessionCertificate certificate) {
    return configured(new QuicServerCodecBuilder())
        .sslContext(
            QuicSslContextBuilder.forServer(certificate.key(), null, certificate.certificate())
                .applicationProtocols(PROTOCOL)
                .build())
        .tokenHandler(InsecureQuicTokenHandler.INSTANCE)
        .option(QuicChannelOption.SEGMENTED_DATAGRAM_PACKET_ALLOCATOR, segments())
        .handler(new ChannelInboundHandlerAdapter())
        .streamHandler(
            new ChannelInitializer<QuicStreamChannel>() {
              @Override
              protected void initChannel(QuicStreamChannel stream) {
                stream.pipeline().addLast(new NettyPieces.Counter(received));
              }
            })
        .build();
  }

  private static ChannelHandler dialling() {
    return configured(new QuicClientCodecBuilder())
        .sslContext(
            QuicSslContextBuilder.forClient()
                .trustManager(new HandshakeTrust())
                .endpointIdentificationAlgorithm("")
                .applicationProtocols(PROTOCOL)
                .build())
        .build();
  }

  private static <B extends QuicCodecBuilder<B>> B configured(B builder) {
    return builder
        .maxIdleTimeout(10, TimeUnit.SECONDS)
        .maxRecvUdpPayloadSize(DATAGRAM_BYTES)
        .initialMaxData(WINDOW_BYTES)
        .initialMaxStreamDataUnidirectional(WINDOW_BYTES)
        .initialMaxStreamsUnidirectional(100);
  }

  private Channel socket(EventLoop loop, ChannelHandler codec) {
    boolean isEpoll = EventLoops.isEpoll(loop);
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(isEpoll ? EpollDatagramChannel.class : NioDatagramChannel.class)
            .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER_BYTES)
            .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER_BYTES)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR,
                new FixedRecvByteBufAllocator(
                    isEpoll ? DATAGRAM_BYTES * RECEIVE_BATCH : DATAGRAM_BYTES))
            .handler(codec);
    if (isEpoll) {
      bootstrap.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, DATAGRAM_BYTES);
    }
    return bootstrap.bind(Loops.anyPort()).syncUninterruptibly().channel();
  }

  private SegmentedDatagramPacketAllocator segments() {
    return EventLoops.isEpoll(loops.sender())
        ? EpollQuicUtils.newSegmentedAllocator(SEND_SEGMENTS)
        : SegmentedDatagramPacketAllocator.NONE;
  }
}
