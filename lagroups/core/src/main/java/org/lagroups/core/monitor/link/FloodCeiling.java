package org.lagroups.core.monitor.link;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.limit.TokenBucket;
import org.lagroups.core.monitor.observe.Examiner;
import org.lagroups.core.monitor.observe.Finding;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.core.monitor.observe.Steadiness;

/**
 * Finds a node bad, flooding, that sends more messages or bytes per second than is acceptable. Two
 * token buckets say what is; each window gets one finding at its end, bad if a bucket had too
 * little in it at any time, and good if nothing came. Two buckets and a window are all it remembers
 * of a node.
 *
 * <p>It only judges. What a flood costs is for the receiver to limit ({@code
 * org.lagroups.core.limit}).
 */
public final class FloodCeiling implements Examiner<Received> {

  private final FloodSettings settings;
  private @Nullable Window window;

  public FloodCeiling(FloodSettings settings) {
    this.settings = settings;
  }

  private static final class Window {

    private final TokenBucket messages;
    private final TokenBucket bytes;
    private long beganNanos;
    private boolean isExceeded;

    Window(FloodSettings settings, long nowNanos) {
      messages = new TokenBucket(settings.messages(), nowNanos);
      bytes = new TokenBucket(settings.bytes(), nowNanos);
      beganNanos = nowNanos;
    }

    void take(Received received, long nowNanos) {
      boolean hasRoom = messages.take((double) received.messages(), nowNanos);
      hasRoom &= bytes.take((double) received.bytes(), nowNanos);
      isExceeded |= !hasRoom;
    }

    void begin(long nowNanos) {
      beganNanos = nowNanos;
      isExceeded = false;
    }
  }

  /** A monitor to be told what arrives from a node. */
  public static ObservingMonitor<Received> monitor(FloodSettings settings, Steadiness steadiness) {
    return new ObservingMonitor<>(steadiness, subject -> new FloodCeiling(settings));
  }

  @Override
  public Optional<Finding> examine(Received received, long nowNanos) {
    Optional<Finding> before = tick(nowNanos);
    current(nowNanos).take(received, nowNanos);
    return before;
  }

  @Override
  public Optional<Finding> tick(long nowNanos) {
    Window current = current(nowNanos);
    if (nowNanos - current.beganNanos < settings.window().toNanos()) {
      return Optional.empty();
    }
    Finding finding =
        Finding.goodIf(!current.isExceeded, ReasonCode.FLOODING, "sent more than is acceptable");
    current.begin(nowNanos);
    return Optional.of(finding);
  }

  private Window current(long nowNanos) {
    Window current = window;
    if (current == null) {
      current = new Window(settings, nowNanos);
      window = current;
    }
    return current;
  }
}
