package org.lagroups.fileshare.transfer;

/** Bytes per second, as a moving average that forgets within a few seconds. */
final class Speed {

  private static final double WEIGHT = 0.4;
  private static final long MIN_STEP_MILLIS = 200;

  private long sinceMillis;
  private long lastBytes;
  private double perSecond;

  /** Begins to count from {@code bytes}. */
  void reset(long bytes, long nowMillis) {
    sinceMillis = nowMillis;
    lastBytes = bytes;
    perSecond = 0;
  }

  void update(long bytes, long nowMillis) {
    long passed = nowMillis - sinceMillis;
    if (passed < MIN_STEP_MILLIS) {
      return;
    }
    double now = (bytes - lastBytes) * 1000.0 / passed;
    perSecond = perSecond == 0 ? now : (1 - WEIGHT) * perSecond + WEIGHT * now;
    sinceMillis = nowMillis;
    lastBytes = bytes;
  }

  long bytesPerSecond() {
    return Math.round(perSecond);
  }
}
