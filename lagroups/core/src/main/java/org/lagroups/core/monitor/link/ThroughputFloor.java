package org.lagroups.core.monitor.link;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.observe.Examiner;
import org.lagroups.core.monitor.observe.Finding;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.core.monitor.observe.Steadiness;
import org.lagroups.machine.Bytes;

/**
 * Finds a node bad, too slow, that delivers fewer bits per second than a floor while something is
 * wanted of it. Only time with demand counts, added up until it fills a window; then that window is
 * judged and the next begins.
 *
 * <p>A node of which nothing is wanted for a whole window is found good, with one exception: whose
 * last judged window was bad has to show that it delivers. If it is asked for nothing, because
 * nobody turns to it any more, it is given another chance after {@link #FORGIVEN_AFTER_WINDOWS}.
 *
 * <p>A call that comes {@link #STANDSTILL_WINDOWS} windows after the one before shows that this
 * node itself stood still; the window is thrown away. So {@code tick} is to be called at least once
 * in a window.
 */
public final class ThroughputFloor implements Examiner<Traffic> {

  /** Without a call for more than so many windows, nothing can be said of this one. */
  public static final int STANDSTILL_WINDOWS = 4;

  /** After so many windows in which nothing was wanted of it, a bad node is found good again. */
  public static final int FORGIVEN_AFTER_WINDOWS = 30;

  private static final double NANOS_PER_SECOND = 1e9;

  private final ThroughputSettings settings;
  private final long windowNanos;
  private boolean isBegun;
  private long lastNanos;
  private boolean isWanted;
  private long wantedNanos;
  private long idleNanos;
  private double deliveredBits;
  private boolean isSuspect;
  private int idleWindows;
  private LinkInfo measured = LinkInfo.NONE;

  public ThroughputFloor(ThroughputSettings settings) {
    this.settings = settings;
    this.windowNanos = settings.window().toNanos();
  }

  /** A monitor to be told the {@link Traffic} with a node. */
  public static ObservingMonitor<Traffic> monitor(
      ThroughputSettings settings, Steadiness steadiness) {
    return new ObservingMonitor<>(steadiness, subject -> new ThroughputFloor(settings));
  }

  @Override
  public Optional<Finding> examine(Traffic traffic, long nowNanos) {
    pass(nowNanos);
    switch (traffic) {
      case Traffic.Delivered delivered -> {
        if (isWanted) {
          deliveredBits += delivered.bytes() * (double) Byte.SIZE;
        }
      }
      case Traffic.DemandBegan began -> isWanted = true;
      case Traffic.DemandEnded ended -> isWanted = false;
    }
    return judge();
  }

  @Override
  public Optional<Finding> tick(long nowNanos) {
    pass(nowNanos);
    return judge();
  }

  private void pass(long nowNanos) {
    long passed = isBegun ? Math.max(0, nowNanos - lastNanos) : 0;
    lastNanos = isBegun ? lastNanos + passed : nowNanos;
    isBegun = true;
    if (passed > STANDSTILL_WINDOWS * windowNanos) {
      forgetWindow();
      idleNanos = 0;
    } else if (isWanted) {
      wantedNanos += passed;
      idleNanos = 0;
    } else {
      idleNanos += passed;
    }
  }

  private Optional<Finding> judge() {
    if (wantedNanos >= windowNanos) {
      double bitsPerSecond = deliveredBits * NANOS_PER_SECOND / wantedNanos;
      forgetWindow();
      return Optional.of(judge((long) bitsPerSecond));
    }
    if (idleNanos >= windowNanos) {
      idleNanos = 0;
      idleWindows++;
      isSuspect &= idleWindows < FORGIVEN_AFTER_WINDOWS;
      return isSuspect ? Optional.empty() : Optional.of(new Finding.Good(measured));
    }
    return Optional.empty();
  }

  private Finding judge(long bitsPerSecond) {
    isSuspect = bitsPerSecond < settings.floorBitsPerSecond();
    idleWindows = 0;
    if (isSuspect) {
      return Finding.bad(
          ReasonCode.TOO_SLOW,
          "delivered %d bit/s, below %d".formatted(bitsPerSecond, settings.floorBitsPerSecond()));
    }
    measured =
        new LinkInfo(
            OptionalLong.empty(),
            OptionalLong.of(bitsPerSecond),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            Bytes.EMPTY);
    return new Finding.Good(measured);
  }

  private void forgetWindow() {
    wantedNanos = 0;
    deliveredBits = 0;
  }
}
