package org.lagroups.node.transport.quic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;
import org.lagroups.node.transport.link.Hello;

/**
 * Stateless reset tokens (RFC 9000, section 10.3): only this node can compute the token of a
 * connection ID, and it still can after a restart, because the key comes from its identity.
 */
final class ResetTokens {

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = "lagroups/session-reset/1".getBytes(US_ASCII);

  private final Mac mac;

  ResetTokens(Identity identity) {
    byte[] key = mac(identity.secret().toArray()).doFinal(PURPOSE);
    this.mac = mac(key);
  }

  /** The token of one of this node's connection IDs. */
  Bytes tokenOf(byte[] connectionId) {
    return Bytes.copyOf(mac.doFinal(connectionId), 0, Hello.RESET_TOKEN_LENGTH);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HMAC with SHA-256", e);
    }
  }
}
