package org.lagroups.wormguard.runtime.cooperation.battery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.lagroups.wormguard.learn.evidence.PayloadSample;

/**
 * Payloads of ordinary traffic that has passed lately, in bounded memory: the oldest make room. A
 * sensor adds a share of what it sees that nothing is held against; signatures are tried on them.
 * From any thread.
 */
public final class RecentPayloads {

  /** The most payloads, of at most 2 KiB each. */
  public static final int MAX_PAYLOADS = 16_384;

  private final Deque<PayloadSample> payloads = new ArrayDeque<>();

  /** Adds one. */
  public synchronized void add(PayloadSample payload) {
    if (payloads.size() == MAX_PAYLOADS) {
      payloads.removeFirst();
    }
    payloads.addLast(payload);
  }

  /** How many there are. */
  public synchronized int size() {
    return payloads.size();
  }

  /** Those that there are, the oldest first. */
  public synchronized List<PayloadSample> all() {
    return List.copyOf(payloads);
  }
}
