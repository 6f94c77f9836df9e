package org.lagroups.wormguard.learn.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lagroups.wormguard.learn.evidence.PayloadSample;

/** Samples of packets that share a window. */
final class Suspect {

  private record Source(long high, long low) {}

  private final List<PayloadSample> samples = new ArrayList<>();
  private final Set<Source> sources = new HashSet<>();
  private final long openedNanos;
  private int scanners;

  Suspect(long openedNanos) {
    this.openedNanos = openedNanos;
  }

  long openedNanos() {
    return openedNanos;
  }

  /**
   * Whether there is no sample from a source yet: one that sends a lot is not to be all of them.
   */
  boolean isNew(long sourceHigh, long sourceLow) {
    return !sources.contains(new Source(sourceHigh, sourceLow));
  }

  void add(PayloadSample sample, long sourceHigh, long sourceLow, boolean isScanning) {
    samples.add(sample);
    sources.add(new Source(sourceHigh, sourceLow));
    scanners += isScanning ? 1 : 0;
  }

  List<PayloadSample> samples() {
    return samples;
  }

  int scanners() {
    return scanners;
  }
}
