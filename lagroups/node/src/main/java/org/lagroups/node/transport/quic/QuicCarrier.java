package org.lagroups.node.transport.quic;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramChannel;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicChannelOption;
import io.netty.handler.codec.quic.QuicConnectionAddress;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.SegmentedDatagramPacketAllocator;
import java.net.InetSocketAddress;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.auth.CertificateSource;
import org.lagroups.node.transport.auth.HandshakeGate;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.LinkSetup;
import org.lagroups.node.transport.link.PendingDial;

/** QUIC over one UDP socket, which accepts and dials. */
public final class QuicCarrier implements Carrier {

  private static final String ACCEPTING_CODEC = "accepting";

  private final EventLoop loop;
  private final TlsContexts tls;
  private final RandomGenerator random;
  private final ConnectionIds ids;
  private final DatagramChannel socket;
  private final SegmentedDatagramPacketAllocator segments;
  private @Nullable QuicShared shared;

  /**
   * A carrier that does nothing yet.
   *
   * @param socket bound, from {@link UdpSockets}; the carrier closes it
   * @param certificates what it shows to peers
   * @param random unpredictable
   */
  public QuicCarrier(
      EventLoop loop,
      DatagramChannel socket,
      CertificateSource certificates,
      RandomGenerator random) {
    this.loop = loop;
    this.tls = new TlsContexts(certificates);
    this.random = random;
    this.ids = new ConnectionIds(random);
    this.socket = socket;
    this.segments = UdpSockets.segmentsFor(socket);
  }

  /** Begins to accept. On the event loop, in the turn in which the socket was bound. */
  public void start(Identity identity, LinkSetup setup) {
    QuicShared connections = QuicShared.of(setup, identity, random);
    shared = connections;
    TransportSettings settings = setup.settings();
    HandshakeGate gate = new HandshakeGate(settings.limits());
    Demultiplexer demultiplexer = new Demultiplexer(ids, connections.resets(), ACCEPTING_CODEC);
    QuicCodecs codecs = new QuicCodecs(settings.timing(), tls, ids);
    socket
        .pipeline()
        .addLast(new WireMeter(setup.tally()))
        .addLast(demultiplexer)
        .addLast(
            ACCEPTING_CODEC,
            codecs.accepting(
                new RetryTokens(gate, System::nanoTime, random),
                segments,
                accepted(connections, gate, demultiplexer),
                streams()))
        .addLast(codecs.dialling());
  }

  @Override
  public Attempt dial(InetSocketAddress address, NodeId expected, Outcome outcome) {
    QuicShared bound = shared;
    if (bound == null) {
      throw new IllegalStateException("this carrier was not started");
    }
    byte[] id = ids.newDialled();
    DialledConnection connection =
        new DialledConnection(bound, address, id, new PendingDial(expected, outcome));
    loop.execute(() -> connect(connection, id));
    return connection;
  }

  /** Closes the socket and whatever connections are left. */
  public void close() {
    var _ = socket.close();
  }

  private void connect(DialledConnection connection, byte[] id) {
    if (connection.isCancelled()) {
      return;
    }
    var _ =
        QuicChannel.newBootstrap(socket)
            .handler(connection)
            .option(QuicChannelOption.SEGMENTED_DATAGRAM_PACKET_ALLOCATOR, segments)
            .localConnectionAddress(new QuicConnectionAddress(id))
            .remoteAddress(connection.remote)
            .connect()
            .addListener(connected -> {
              if (connected.cause() != null) {
                connection.onFailure(connected.cause());
              }
            });
  }

  private static ChannelInitializer<QuicChannel> accepted(
      QuicShared shared, HandshakeGate gate, Demultiplexer demultiplexer) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(QuicChannel channel) {
        if (channel.remoteSocketAddress() instanceof InetSocketAddress remote) {
          channel.pipeline().addLast(new AcceptedConnection(shared, remote, gate, demultiplexer));
        }
      }
    };
  }

  private static ChannelInitializer<QuicStreamChannel> streams() {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(QuicStreamChannel stream) {
        Channel connection = stream.parent();
        QuicConnection handler = connection.pipeline().get(AcceptedConnection.class);
        QuicLink link = handler == null ? null : handler.link();
        if (link == null) {
          var _ = connection.close();
        } else {
          stream.pipeline().addLast(link.handlerOf(stream));
        }
      }
    };
  }
}
