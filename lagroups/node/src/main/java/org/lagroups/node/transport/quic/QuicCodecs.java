package org.lagroups.node.transport.quic;

import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.quic.QuicChannelOption;
import io.netty.handler.codec.quic.QuicClientCodecBuilder;
import io.netty.handler.codec.quic.QuicCodecBuilder;
import io.netty.handler.codec.quic.QuicServerCodecBuilder;
import io.netty.handler.codec.quic.SegmentedDatagramPacketAllocator;
import java.util.concurrent.TimeUnit;
import org.lagroups.node.transport.TransportTiming;

/** The two QUIC codecs of a socket, configured alike. */
final class QuicCodecs {

  /**
   * The longest UDP payload: what an Ethernet frame takes over IPv6. A connection begins with what
   * every path takes, and sends more once a probe of that length came through (RFC 9000, section
   * 14.3).
   */
  private static final int MAX_UDP_PAYLOAD_BYTES = 1_452;

  /** Two streams, opened by the side that dialled. */
  private static final int STREAMS = 2;

  /** What a peer may have in flight at first; the window grows with the path. */
  private static final long CONNECTION_WINDOW_BYTES = 6 << 20;

  private static final long STREAM_WINDOW_BYTES = 4 << 20;
  private static final int DATAGRAM_QUEUE = 1_024;

  private final TransportTiming timing;
  private final TlsContexts tls;
  private final ConnectionIds ids;

  QuicCodecs(TransportTiming timing, TlsContexts tls, ConnectionIds ids) {
    this.timing = timing;
    this.tls = tls;
    this.ids = ids;
  }

  ChannelHandler accepting(
      RetryTokens retryTokens,
      SegmentedDatagramPacketAllocator segments,
      ChannelHandler connections,
      ChannelHandler streams) {
    return configured(new QuicServerCodecBuilder(), STREAMS)
        .sslEngineProvider(tls::newAcceptingEngine)
        .connectionIdAddressGenerator(ids)
        .tokenHandler(retryTokens)
        .option(QuicChannelOption.SEGMENTED_DATAGRAM_PACKET_ALLOCATOR, segments)
        .handler(connections)
        .streamHandler(streams)
        .build();
  }

  ChannelHandler dialling() {
    return configured(new QuicClientCodecBuilder(), 0)
        .sslEngineProvider(tls::newDiallingEngine)
        .build();
  }

  private <B extends QuicCodecBuilder<B>> B configured(B builder, int peerStreams) {
    return builder
        .localConnectionIdLength(ConnectionIds.LENGTH)
        .maxIdleTimeout(timing.idleMillis(), TimeUnit.MILLISECONDS)
        .maxSendUdpPayloadSize(MAX_UDP_PAYLOAD_BYTES)
        .discoverPmtu(true)
        .maxRecvUdpPayloadSize(UdpSockets.MAX_DATAGRAM_BYTES)
        .activeMigration(false)
        .initialMaxData(CONNECTION_WINDOW_BYTES)
        .initialMaxStreamDataBidirectionalLocal(STREAM_WINDOW_BYTES)
        .initialMaxStreamDataBidirectionalRemote(STREAM_WINDOW_BYTES)
        .initialMaxStreamsBidirectional(peerStreams)
        .initialMaxStreamsUnidirectional(0)
        .datagram(DATAGRAM_QUEUE, DATAGRAM_QUEUE);
  }
}
