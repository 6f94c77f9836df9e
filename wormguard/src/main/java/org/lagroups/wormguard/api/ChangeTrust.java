package org.lagroups.wormguard.api;

import java.util.List;

/**
 * Whose endorsements count, and who tests signatures besides.
 *
 * @param trust neighbours or paths
 * @param least 1 to 64
 * @param verifier a program and its arguments; empty for none
 */
public record ChangeTrust(String trust, int least, List<String> verifier) {

  public ChangeTrust {
    verifier = List.copyOf(verifier);
  }
}
