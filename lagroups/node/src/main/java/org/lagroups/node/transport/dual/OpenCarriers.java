package org.lagroups.node.transport.dual;

import io.netty.channel.EventLoop;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.Identity;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.TransportTiming;
import org.lagroups.node.transport.auth.CertificateSource;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.LinkSetup;
import org.lagroups.node.transport.quic.QuicCarrier;
import org.lagroups.node.transport.session.dial.Carriers;
import org.lagroups.node.transport.tcp.TcpCarrier;

/** The carriers of a transport: both, or one alone. */
record OpenCarriers(@Nullable QuicCarrier quic, @Nullable TcpCarrier tcp) {

  /** The part of the dial time after which TCP is tried where UDP gives no answer. */
  private static final int HEAD_START_SHARE = 4;

  /** Over bound sockets; to be started in the same turn of the event loop. */
  static OpenCarriers over(
      BoundPort bound,
      EventLoop loop,
      TransportTiming timing,
      Parts parts,
      RandomGenerator random) {
    CertificateSource certificates = new CertificateSource(parts.issuer(), parts.clock());
    return new OpenCarriers(
        bound.udp() == null ? null : new QuicCarrier(loop, bound.udp(), certificates, random),
        bound.tcp() == null
            ? null
            : new TcpCarrier(loop, bound.tcp(), certificates, parts.tls(), timing));
  }

  /** For sessions to dial over. */
  Carriers forSessions(EventLoop loop, TransportTiming timing) {
    Map<CarrierKind, Carrier> each = new EnumMap<>(CarrierKind.class);
    if (quic != null) {
      each.put(CarrierKind.QUIC, quic);
    }
    if (tcp != null) {
      each.put(CarrierKind.TCP, tcp);
    }
    Carrier first =
        quic != null && tcp != null
            ? new FirstCarrier(loop, quic, tcp, timing.dialMillis() / HEAD_START_SHARE)
            : each.values().iterator().next();
    return new Carriers(first, each);
  }

  void start(Identity identity, LinkSetup setup) {
    if (quic != null) {
      quic.start(identity, setup);
    }
    if (tcp != null) {
      tcp.start(setup);
    }
  }

  void close() {
    if (quic != null) {
      quic.close();
    }
    if (tcp != null) {
      tcp.close();
    }
  }
}
