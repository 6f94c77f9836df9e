package org.lagroups.core.robust.protocol;

import java.util.Map;

/**
 * What the agreement on robust members has come to.
 *
 * @param groups groups whose members agree on views
 * @param withoutAgreement those of them in which this node goes by the static threshold now, for
 *     want of agreement
 * @param viewsAgreed views that this node has seen agreed on since it was started
 * @param taken messages of peers that were taken
 * @param dropped messages of peers that were not, by reason
 */
public record RobustStatistics(
    int groups,
    int withoutAgreement,
    long viewsAgreed,
    long taken,
    Map<AgreementDrop, Long> dropped) {

  public RobustStatistics {
    dropped = Map.copyOf(dropped);
  }
}
