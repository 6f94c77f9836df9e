package org.lagroups.core.monitor;

import java.util.OptionalLong;
import org.lagroups.core.attestation.LinkInfo;

/**
 * Which changes of a measurement are worth a new attestation, which all members will hear of: a
 * round-trip time or a throughput that grew or shrank by {@link #FACTOR}, where unknown counts as
 * 0, and any change of the rest.
 */
public final class LargeChange {

  /** A measurement that grew or shrank by this factor is worth telling. */
  public static final double FACTOR = 1.5;

  /** Up to this difference, no change of a round-trip time is worth telling. */
  public static final long SMALL_DIFFERENCE_MICROS = 1_000;

  private LargeChange() {}

  /** Whether {@code now} is worth telling to whom {@code told} was told. */
  public static boolean isBetween(LinkInfo told, LinkInfo now) {
    return differ(told.roundTripMicros(), now.roundTripMicros(), SMALL_DIFFERENCE_MICROS)
        || differ(told.throughputBitsPerSecond(), now.throughputBitsPerSecond(), 0)
        || !told.uptimeSeconds().equals(now.uptimeSeconds())
        || !told.meanTimeToFailureSeconds().equals(now.meanTimeToFailureSeconds())
        || !told.cost().equals(now.cost())
        || !told.applicationData().equals(now.applicationData());
  }

  /**
   * The same for a round-trip time as it is measured: it has to move by more than its mean
   * deviation, too, or that may be nothing but the scatter of a busy machine or path.
   */
  static boolean isBetween(LinkInfo told, RoundTrip now) {
    long moved = Math.abs(now.smoothedMicros() - told.roundTripMicros().orElse(0));
    return moved > now.variationMicros()
        && isBetween(told, LinkInfo.ofRoundTrip(now.smoothedMicros()));
  }

  private static boolean differ(OptionalLong told, OptionalLong now, long small) {
    long lower = Math.min(told.orElse(0), now.orElse(0));
    long higher = Math.max(told.orElse(0), now.orElse(0));
    return higher - lower > small && higher > lower * FACTOR;
  }
}
