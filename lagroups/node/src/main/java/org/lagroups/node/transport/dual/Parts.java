package org.lagroups.node.transport.dual;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.lagroups.core.crypto.Identity;
import org.lagroups.node.transport.auth.SessionCertificate;

/**
 * What a transport is made of.
 *
 * @param issuer makes the session certificate for a time
 * @param tls the library for TLS over TCP
 */
record Parts(InstantSource clock, Function<Instant, SessionCertificate> issuer, SslProvider tls) {

  /** The system's clock, and native TLS where there is any. */
  static Parts standard(Identity identity) {
    return new Parts(
        InstantSource.system(),
        now -> SessionCertificate.issue(identity, now),
        OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK);
  }
}
