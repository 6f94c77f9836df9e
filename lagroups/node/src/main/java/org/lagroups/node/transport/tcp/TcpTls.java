package org.lagroups.node.transport.tcp;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.internal.tcnative.SSL;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.lagroups.node.transport.TransportTiming;
import org.lagroups.node.transport.auth.CertificateSource;
import org.lagroups.node.transport.auth.HandshakeTrust;
import org.lagroups.node.transport.auth.SessionCertificate;
import org.lagroups.node.transport.auth.TlsContext;

/** TLS for new TCP connections: 1.3 only, both sides show a certificate, nothing is resumed. */
final class TcpTls {

  /**
   * The JDK gives no tickets for TLS sessions that are to last longer than a ticket may, 7 days
   * (RFC 8446, section 4.6.1).
   */
  private static final long NO_TICKETS_SECONDS = TimeUnit.DAYS.toSeconds(8);

  /**
   * Lanes write long chunks. Netty would else cut them into pieces of 16 KiB, and copy wherever a
   * piece lies across two chunks.
   */
  private static final int EACH_WRITE_AS_IT_IS = 0;

  private final TlsContext<SslContext> accepting;
  private final TlsContext<SslContext> dialling;
  private final TransportTiming timing;

  /**
   * With a TLS library.
   *
   * @param provider native BoringSSL, or the JDK's
   */
  TcpTls(CertificateSource certificates, SslProvider provider, TransportTiming timing) {
    this.timing = timing;
    accepting = new TlsContext<>(certificates, certificate -> accepting(certificate, provider));
    dialling = new TlsContext<>(certificates, certificate -> dialling(certificate, provider));
  }

  SslHandler newAcceptingHandler(ByteBufAllocator allocator) {
    return configured(withoutTickets(accepting.current().newHandler(allocator)));
  }

  /** Without a host name, so that no TLS session is remembered and none resumed. */
  SslHandler newDiallingHandler(ByteBufAllocator allocator) {
    return configured(dialling.current().newHandler(allocator));
  }

  /**
   * Tickets, by which a TLS session could be resumed, would cost more than a kilobyte and never be
   * used: each connection shows its certificate, so that it is checked whether that is still good.
   * BoringSSL has to be told for each connection.
   */
  private static SslHandler withoutTickets(SslHandler handler) {
    if (handler.engine() instanceof ReferenceCountedOpenSslEngine engine) {
      SSL.setOptions(engine.sslPointer(), SSL.SSL_OP_NO_TICKET);
    }
    return handler;
  }

  private SslHandler configured(SslHandler handler) {
    handler.setHandshakeTimeout(timing.dialMillis(), TimeUnit.MILLISECONDS);
    handler.setWrapDataSize(EACH_WRITE_AS_IT_IS);
    return handler;
  }

  private static SslContext accepting(SessionCertificate certificate, SslProvider provider) {
    return build(
        SslContextBuilder.forServer(certificate.key(), certificate.certificate())
            .clientAuth(ClientAuth.REQUIRE)
            .sessionTimeout(NO_TICKETS_SECONDS),
        provider);
  }

  private static SslContext dialling(SessionCertificate certificate, SslProvider provider) {
    return build(
        SslContextBuilder.forClient()
            .keyManager(certificate.key(), certificate.certificate())
            .endpointIdentificationAlgorithm(""),
        provider);
  }

  private static SslContext build(SslContextBuilder builder, SslProvider provider) {
    try {
      return builder
          .sslProvider(provider)
          .protocols("TLSv1.3")
          .trustManager(new HandshakeTrust())
          .applicationProtocolConfig(
              new ApplicationProtocolConfig(
                  Protocol.ALPN,
                  SelectorFailureBehavior.NO_ADVERTISE,
                  SelectedListenerFailureBehavior.ACCEPT,
                  TlsContext.APPLICATION_PROTOCOL))
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException("TLS 1.3 cannot be set up: " + e.getMessage(), e);
    }
  }
}
