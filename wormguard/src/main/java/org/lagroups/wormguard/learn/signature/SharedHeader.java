package org.lagroups.wormguard.learn.signature;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;

/**
 * What the headers of all samples have in common.
 *
 * @param protocol that of the first; all have the same
 * @param sourcePort if all have it, and not the same destination's port
 * @param destinationPort if all have it
 * @param direction if all are known to have gone that way
 * @param isEstablished whether all flows were established
 */
record SharedHeader(
    PayloadProtocol protocol,
    OptionalInt sourcePort,
    OptionalInt destinationPort,
    Optional<Direction> direction,
    boolean isEstablished) {

  static SharedHeader of(List<PayloadSample> samples) {
    OptionalInt destination = shared(samples, PayloadSample::destinationPort);
    Optional<Direction> direction = samples.getFirst().direction();
    return new SharedHeader(
        samples.getFirst().protocol(),
        destination.isPresent() ? OptionalInt.empty() : shared(samples, PayloadSample::sourcePort),
        destination,
        samples.stream().allMatch(sample -> sample.direction().equals(direction))
            ? direction
            : Optional.empty(),
        samples.stream().allMatch(PayloadSample::isEstablished));
  }

  private static OptionalInt shared(
      List<PayloadSample> samples, ToIntFunction<PayloadSample> port) {
    int first = port.applyAsInt(samples.getFirst());
    return samples.stream().allMatch(sample -> port.applyAsInt(sample) == first)
        ? OptionalInt.of(first)
        : OptionalInt.empty();
  }
}
