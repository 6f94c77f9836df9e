package org.lagroups.node.transport.quic;

import io.netty.channel.Channel;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicSslEngine;
import io.netty.handler.ssl.ClientAuth;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.lagroups.node.transport.auth.HandshakeTrust;
import org.lagroups.node.transport.auth.SessionCertificate;

/** TLS for new connections, always with a session certificate that is far from its end. */
final class TlsContexts {

  private static final String APPLICATION_PROTOCOL = "lagroups/1";

  private final Function<Instant, SessionCertificate> issuer;
  private final InstantSource clock;
  private Instant renewAt;
  private QuicSslContext accepting;
  private QuicSslContext dialling;

  /**
   * Issues the first certificate at once.
   *
   * @param issuer makes the session certificate for a time
   */
  TlsContexts(Function<Instant, SessionCertificate> issuer, InstantSource clock) {
    this.issuer = issuer;
    this.clock = clock;
    SessionCertificate certificate = issuer.apply(clock.instant());
    renewAt = certificate.renewAt();
    accepting = accepting(certificate);
    dialling = dialling(certificate);
  }

  QuicSslEngine newAcceptingEngine(Channel channel) {
    renewIfDue();
    return accepting.newEngine(channel.alloc());
  }

  /** Without a host name, so that no TLS session is remembered and none resumed. */
  QuicSslEngine newDiallingEngine(Channel channel) {
    renewIfDue();
    return dialling.newEngine(channel.alloc());
  }

  private void renewIfDue() {
    if (clock.instant().isAfter(renewAt)) {
      SessionCertificate certificate = issuer.apply(clock.instant());
      renewAt = certificate.renewAt();
      accepting = accepting(certificate);
      dialling = dialling(certificate);
    }
  }

  private static QuicSslContext accepting(SessionCertificate certificate) {
    return QuicSslContextBuilder.forServer(certificate.key(), null, certificate.certificate())
        .trustManager(new HandshakeTrust())
        .clientAuth(ClientAuth.REQUIRE)
        .applicationProtocols(APPLICATION_PROTOCOL)
        .earlyData(false)
        .build();
  }

  private static QuicSslContext dialling(SessionCertificate certificate) {
    return QuicSslContextBuilder.forClient()
        .keyManager(certificate.key(), null, certificate.certificate())
        .trustManager(new HandshakeTrust())
        .endpointIdentificationAlgorithm("")
        .applicationProtocols(APPLICATION_PROTOCOL)
        .earlyData(false)
        .build();
  }
}
