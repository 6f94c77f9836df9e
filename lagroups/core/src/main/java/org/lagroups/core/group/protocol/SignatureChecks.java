package org.lagroups.core.group.protocol;

import java.util.Optional;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.spread.Allowance;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.core.wire.Refusal;
import org.lagroups.machine.NodeId;

/** Checks signatures of advertisements, each at the expense of the peer that brought it. */
record SignatureChecks(Services services) {

  /** Why the advertisement is not taken for its attester's, unless it is. */
  Optional<Refusal> forgery(NodeId from, Allowance allowance, SignedAdvertisement signed) {
    if (!services.budgets().takeCheck(from, allowance)) {
      return Optional.of(Refusal.OVER_BUDGET);
    }
    services.counters().signatureChecked();
    return AdvertisementCodec.isSigned(signed, services.verifier())
        ? Optional.empty()
        : Optional.of(Refusal.BAD_SIGNATURE);
  }
}
