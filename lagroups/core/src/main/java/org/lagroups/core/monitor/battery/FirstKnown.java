package org.lagroups.core.monitor.battery;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.machine.Bytes;

/** Puts together what several tests have measured. */
final class FirstKnown {

  private FirstKnown() {}

  /** Of each measurement the first one known. */
  static LinkInfo of(List<LinkInfo> infos) {
    return new LinkInfo(
        firstLong(infos, LinkInfo::roundTripMicros),
        firstLong(infos, LinkInfo::throughputBitsPerSecond),
        firstLong(infos, LinkInfo::uptimeSeconds),
        firstLong(infos, LinkInfo::meanTimeToFailureSeconds),
        infos.stream()
            .map(LinkInfo::cost)
            .filter(OptionalDouble::isPresent)
            .findFirst()
            .orElse(OptionalDouble.empty()),
        infos.stream()
            .map(LinkInfo::applicationData)
            .filter(data -> !data.isEmpty())
            .findFirst()
            .orElse(Bytes.EMPTY));
  }

  private static OptionalLong firstLong(
      List<LinkInfo> infos, Function<LinkInfo, OptionalLong> part) {
    return infos.stream()
        .map(part)
        .filter(OptionalLong::isPresent)
        .findFirst()
        .orElse(OptionalLong.empty());
  }
}
