package org.lagroups.wormguard.learn.detect;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.lagroups.wormguard.learn.sketch.KeyedHash;
import org.lagroups.wormguard.learn.sketch.ScaledBitmaps;
import org.lagroups.wormguard.packet.Packet;

/**
 * Counts, for windows that are prevalent, who sends them and to whom: EarlyBird's address
 * dispersion table. Where all places that a window may have are taken, the one that was not seen
 * for longest gives way.
 */
final class ContentTable {

  /** Places that a window may have. */
  static final int WAYS = 8;

  /** What has become of a window. */
  enum State {
    /** It is counted. */
    COUNTED,
    /** It is counted, and samples are kept. */
    SUSPECT,
    /** A signature was made of it, or none could be. */
    CONCLUDED
  }

  private static final long UNUSED = Long.MIN_VALUE;

  private final long idleNanos;
  private final long[] keys;
  private final long[] firstNanos;
  private final long[] lastNanos;
  private final long[] packets;
  private final State[] states;
  private final ScaledBitmaps sources;
  private final ScaledBitmaps destinations;
  private final KeyedHash hash;
  private long evicted;

  ContentTable(int entries, long idleNanos, RandomGenerator random) {
    this.idleNanos = idleNanos;
    this.keys = new long[entries];
    this.firstNanos = new long[entries];
    this.lastNanos = new long[entries];
    this.packets = new long[entries];
    this.states = new State[entries];
    this.sources = new ScaledBitmaps(entries, random);
    this.destinations = new ScaledBitmaps(entries, random);
    this.hash = new KeyedHash(random);
    Arrays.fill(lastNanos, UNUSED);
    Arrays.fill(states, State.COUNTED);
  }

  /** Where a window is, or -1. */
  int find(long key, long now) {
    int first = first(key);
    for (int entry = first; entry < first + WAYS; entry++) {
      if (keys[entry] == key && isUsed(entry, now)) {
        return entry;
      }
    }
    return -1;
  }

  /** Where one will be that is not there; {@link #add} then puts it there. */
  int placeFor(long key) {
    int first = first(key);
    int oldest = first;
    for (int entry = first; entry < first + WAYS; entry++) {
      oldest = lastNanos[entry] < lastNanos[oldest] ? entry : oldest;
    }
    return oldest;
  }

  /** Begins to count a window in place of what was there. */
  void add(int entry, long key, long now) {
    evicted += isUsed(entry, now) ? 1 : 0;
    keys[entry] = key;
    firstNanos[entry] = now;
    lastNanos[entry] = now;
    packets[entry] = 0;
    states[entry] = State.COUNTED;
    sources.clear(entry);
    destinations.clear(entry);
  }

  /** Counts a packet; whether it came from or went to an address that is new to the window. */
  boolean count(int entry, Packet packet, long now) {
    lastNanos[entry] = now;
    packets[entry]++;
    boolean isNewSource = sources.add(entry, packet.sourceHigh(), packet.sourceLow());
    boolean isNewDestination =
        destinations.add(entry, packet.destinationHigh(), packet.destinationLow());
    return isNewSource || isNewDestination;
  }

  State state(int entry) {
    return states[entry];
  }

  void setState(int entry, State state) {
    states[entry] = state;
  }

  long packets(int entry) {
    return packets[entry];
  }

  double sources(int entry) {
    return sources.count(entry);
  }

  double destinations(int entry) {
    return destinations.count(entry);
  }

  long firstNanos(int entry) {
    return firstNanos[entry];
  }

  long lastNanos(int entry) {
    return lastNanos[entry];
  }

  /** How many gave way that were not idle. */
  long evicted() {
    return evicted;
  }

  /** A reference takes 4 bytes in heaps below 32 GB. */
  long memoryBytes() {
    return (4L * Long.BYTES + Integer.BYTES) * keys.length
        + sources.memoryBytes()
        + destinations.memoryBytes();
  }

  private boolean isUsed(int entry, long now) {
    return lastNanos[entry] != UNUSED && now - lastNanos[entry] <= idleNanos;
  }

  private int first(long key) {
    return (int) hash.of(key) & (keys.length - 1) & -WAYS;
  }
}
