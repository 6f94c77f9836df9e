package org.lagroups.core.group.protocol;

import java.util.Optional;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.wire.Refusal;

/** What an advertisement has to fulfil at the moment at which it is heard. */
record AcceptanceRules(GroupSettings settings) {

  /** Why the advertisement is not taken, unless it is. */
  Optional<Refusal> refusal(LinkStateAdvertisement content, long wallMillis) {
    if (content.entries().size() >= settings.maxMembers()) {
      return Optional.of(Refusal.OUT_OF_RANGE);
    }
    if (!settings.grid().contains(content.expiryMillis())) {
      return Optional.of(Refusal.OFF_GRID);
    }
    if (wallMillis > content.expiryMillis() + settings.clockSkewMillis()) {
      return Optional.of(Refusal.EXPIRED);
    }
    if (content.expiryMillis()
        > wallMillis + settings.validityMillis() + settings.clockSkewMillis()) {
      return Optional.of(Refusal.FUTURE_DATED);
    }
    return Optional.empty();
  }
}
