package org.lagroups.core.attestation;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.lagroups.machine.Bytes;

/**
 * What an attester reports about its attestee (paper, sections 2.1 and 3.2). Each part may be
 * unknown.
 *
 * @param roundTripMicros round-trip time between the two, 0 or more
 * @param throughputBitsPerSecond what the attestee delivers to the attester, 0 or more
 * @param uptimeSeconds how long the attestee has been running, 0 or more
 * @param meanTimeToFailureSeconds expected time until it fails, 0 or more
 * @param cost unit-less cost of the link for shortest paths, above 0 and finite
 * @param applicationData anything else, at most {@link #MAX_APPLICATION_BYTES}
 */
public record LinkInfo(
    OptionalLong roundTripMicros,
    OptionalLong throughputBitsPerSecond,
    OptionalLong uptimeSeconds,
    OptionalLong meanTimeToFailureSeconds,
    OptionalDouble cost,
    Bytes applicationData) {

  /** The most application bytes in one attestation. */
  public static final int MAX_APPLICATION_BYTES = 256;

  /** Nothing but the attestation itself. */
  public static final LinkInfo NONE =
      new LinkInfo(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalDouble.empty(),
          Bytes.EMPTY);

  public LinkInfo {
    requireNotNegative(roundTripMicros, "round-trip time");
    requireNotNegative(throughputBitsPerSecond, "throughput");
    requireNotNegative(uptimeSeconds, "uptime");
    requireNotNegative(meanTimeToFailureSeconds, "mean time to failure");
    if (cost.isPresent() && !(cost.getAsDouble() > 0 && Double.isFinite(cost.getAsDouble()))) {
      throw new IllegalArgumentException("a cost is above 0 and finite, not " + cost);
    }
    if (applicationData.length() > MAX_APPLICATION_BYTES) {
      throw new IllegalArgumentException(
          "at most 256 application bytes, not " + applicationData.length());
    }
  }

  /** Only a round-trip time, in microseconds. */
  public static LinkInfo ofRoundTrip(long micros) {
    return NONE.withRoundTrip(micros);
  }

  /** The same with another round-trip time, in microseconds. */
  public LinkInfo withRoundTrip(long micros) {
    return new LinkInfo(
        OptionalLong.of(micros),
        throughputBitsPerSecond,
        uptimeSeconds,
        meanTimeToFailureSeconds,
        cost,
        applicationData);
  }

  private static void requireNotNegative(OptionalLong value, String what) {
    if (value.isPresent() && value.getAsLong() < 0) {
      throw new IllegalArgumentException(what + " is 0 or more, not " + value.getAsLong());
    }
  }
}
