package org.lagroups.node.transport.auth;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/** A node's session certificate, always one that is far from its end. */
public final class CertificateSource {

  private final Function<Instant, SessionCertificate> issuer;
  private final InstantSource clock;
  private SessionCertificate current;

  /**
   * Issues the first certificate at once.
   *
   * @param issuer makes the session certificate for a time
   */
  public CertificateSource(Function<Instant, SessionCertificate> issuer, InstantSource clock) {
    this.issuer = issuer;
    this.clock = clock;
    this.current = issuer.apply(clock.instant());
  }

  /** The certificate for a new connection; the same object until a new one is due. */
  public SessionCertificate current() {
    Instant now = clock.instant();
    if (now.isAfter(current.renewAt())) {
      current = issuer.apply(now);
    }
    return current;
  }
}
