package org.lagroups.wormguard.runtime.cooperation.battery;

import java.util.List;
import java.util.Optional;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;

/**
 * What a payload of ordinary traffic may have been. Of a TCP flow that was not seen from its start
 * it is not known whether it was established, nor which way it went. A rule that asks for that
 * holds for none of its payloads, and would for the same ones of later flows.
 */
final class Forms {

  private Forms() {}

  static List<PayloadSample> of(PayloadSample sample) {
    boolean isFromMiddle = sample.protocol() == PayloadProtocol.TCP && sample.direction().isEmpty();
    return isFromMiddle
        ? List.of(
            sample,
            established(sample, Direction.TO_SERVER),
            established(sample, Direction.TO_CLIENT))
        : List.of(sample);
  }

  private static PayloadSample established(PayloadSample sample, Direction direction) {
    return new PayloadSample(
        sample.ipVersion(),
        sample.protocol(),
        sample.sourcePort(),
        sample.destinationPort(),
        Optional.of(direction),
        true,
        sample.payload());
  }
}
