package org.lagroups.core.crypto;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lagroups.machine.Bytes;

/**
 * For simulated worlds, in which one statement reaches many nodes that all check it: looks at each
 * signature once. Key, domain, message and signature are compared whole, so its verdicts are those
 * of {@link SignatureVerifier#DIRECT}. A node on its own has no use for it, since it checks nothing
 * twice.
 *
 * <p>Not for use by several threads at once.
 */
public final class RememberingVerifier implements SignatureVerifier {

  /** So many verdicts are remembered; the oldest is forgotten first. */
  public static final int MAX_VERDICTS = 2_048;

  private final SignatureVerifier inner;
  private final Map<Claim, Boolean> verdicts = new LinkedHashMap<>();

  /** What a verdict is about. The BLS key has no part in it. */
  private record Claim(Bytes ed25519, Domain domain, Bytes message, Signature signature) {}

  /** Remembers what {@code inner} says. */
  public RememberingVerifier(SignatureVerifier inner) {
    this.inner = inner;
  }

  @Override
  public boolean isGood(PublicIdentity signer, Domain domain, Bytes message, Signature signature) {
    Claim claim = new Claim(signer.ed25519(), domain, message, signature);
    Boolean known = verdicts.get(claim);
    if (known != null) {
      return known;
    }
    boolean good = inner.isGood(signer, domain, message, signature);
    if (verdicts.size() == MAX_VERDICTS) {
      verdicts.remove(verdicts.keySet().iterator().next());
    }
    verdicts.put(claim, good);
    return good;
  }
}
