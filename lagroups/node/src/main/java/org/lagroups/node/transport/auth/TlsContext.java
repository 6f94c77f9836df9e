package org.lagroups.node.transport.auth;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a TLS library has made of the session certificate, made anew whenever that is.
 *
 * @param <C> the library's own type
 */
public final class TlsContext<C> {

  /** What both sides have to name in the handshake (RFC 7301). */
  public static final String APPLICATION_PROTOCOL = "lagroups/1";

  private final CertificateSource source;
  private final Function<SessionCertificate, C> factory;
  private @Nullable SessionCertificate certificate;
  private @Nullable C made;

  /** Made when it is first asked for. */
  public TlsContext(CertificateSource source, Function<SessionCertificate, C> factory) {
    this.source = source;
    this.factory = factory;
  }

  /** For a new connection. */
  public C current() {
    SessionCertificate newest = source.current();
    C context = made;
    if (context == null || !newest.equals(certificate)) {
      context = factory.apply(newest);
      made = context;
      certificate = newest;
    }
    return context;
  }
}
