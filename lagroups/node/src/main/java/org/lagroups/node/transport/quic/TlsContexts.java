package org.lagroups.node.transport.quic;

import io.netty.channel.Channel;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicSslEngine;
import io.netty.handler.ssl.ClientAuth;
import org.lagroups.node.transport.auth.CertificateSource;
import org.lagroups.node.transport.auth.HandshakeTrust;
import org.lagroups.node.transport.auth.SessionCertificate;
import org.lagroups.node.transport.auth.TlsContext;

/** TLS for new connections. */
final class TlsContexts {

  private final TlsContext<QuicSslContext> accepting;
  private final TlsContext<QuicSslContext> dialling;

  TlsContexts(CertificateSource certificates) {
    accepting = new TlsContext<>(certificates, TlsContexts::accepting);
    dialling = new TlsContext<>(certificates, TlsContexts::dialling);
  }

  QuicSslEngine newAcceptingEngine(Channel channel) {
    return accepting.current().newEngine(channel.alloc());
  }

  /** Without a host name, so that no TLS session is remembered and none resumed. */
  QuicSslEngine newDiallingEngine(Channel channel) {
    return dialling.current().newEngine(channel.alloc());
  }

  private static QuicSslContext accepting(SessionCertificate certificate) {
    return QuicSslContextBuilder.forServer(certificate.key(), null, certificate.certificate())
        .trustManager(new HandshakeTrust())
        .clientAuth(ClientAuth.REQUIRE)
        .applicationProtocols(TlsContext.APPLICATION_PROTOCOL)
        .earlyData(false)
        .build();
  }

  private static QuicSslContext dialling(SessionCertificate certificate) {
    return QuicSslContextBuilder.forClient()
        .keyManager(certificate.key(), null, certificate.certificate())
        .trustManager(new HandshakeTrust())
        .endpointIdentificationAlgorithm("")
        .applicationProtocols(TlsContext.APPLICATION_PROTOCOL)
        .earlyData(false)
        .build();
  }
}
