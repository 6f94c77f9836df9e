package org.lagroups.wormguard.engine.limit;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.lagroups.wormguard.learn.sketch.KeyedHash;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Threshold;

/**
 * The counters of all thresholds, in bounded memory. A counter has a few places where it may be;
 * where all are taken, one that has ended is given up, or else the one whose time began first,
 * which is counted. Where counters go depends on a key that senders of packets do not know, so they
 * cannot aim at one. A counter ends as well when the clock leaves its time backwards, so that one
 * frame with a date far ahead keeps nothing silent. For one thread.
 */
public final class Thresholds {

  /** Places for a counter. */
  private static final int WAYS = 8;

  /** Numbers that name a counter: rule, source, destination or flow. */
  private static final int NAME = 5;

  private static final int BEGUN = 5;
  private static final int COUNT = 6;
  private static final int LASTS = 7;
  private static final int WORDS = 8;

  private final KeyedHash hash;
  private final int sets;
  private final long[] table;
  private final long[] name = new long[NAME];
  private long evicted;

  /**
   * Room for counters.
   *
   * @param counters at least 8; each takes 64 bytes
   * @param key random, and kept to oneself
   */
  public Thresholds(int counters, long key) {
    if (counters < WAYS || counters > Integer.MAX_VALUE / WORDS) {
      throw new IllegalArgumentException("cannot keep " + counters + " counters");
    }
    this.sets = counters / WAYS;
    this.table = new long[sets * WAYS * WORDS];
    this.hash = new KeyedHash(new SplittableRandom(key));
  }

  /**
   * Counts a match.
   *
   * @param rule what tells the rule from all others; not 0
   * @param flow that of the flow
   */
  public Outcome count(long rule, Threshold threshold, Packet packet, long flow) {
    name(rule, threshold.track(), packet, flow);
    long now = packet.nanos();
    int at = place(now);
    if (table[at + COUNT] == 0 || hasEnded(at, now)) {
      table[at + BEGUN] = now;
      table[at + LASTS] = TimeUnit.SECONDS.toNanos(threshold.seconds());
      table[at + COUNT] = 0;
    }
    long count = ++table[at + COUNT];
    Outcome outcome = outcome(threshold, count);
    if (threshold.kind() == Threshold.Kind.THRESHOLD && outcome == Outcome.ALERT) {
      table[at + COUNT] = 0;
    }
    return outcome;
  }

  /** How often a counter that still ran was given up for another. */
  public long evicted() {
    return evicted;
  }

  private static Outcome outcome(Threshold threshold, long count) {
    return switch (threshold.kind()) {
      case LIMIT -> count <= threshold.count() ? Outcome.ALERT : Outcome.SILENT;
      case THRESHOLD -> count >= threshold.count() ? Outcome.ALERT : Outcome.NOTHING;
      case BOTH ->
          count == threshold.count()
              ? Outcome.ALERT
              : count < threshold.count() ? Outcome.NOTHING : Outcome.SILENT;
      case FILTER -> count > threshold.count() ? Outcome.ALERT : Outcome.NOTHING;
    };
  }

  private void name(long rule, Threshold.Track track, Packet packet, long flow) {
    boolean isSource = track == Threshold.Track.SOURCE || track == Threshold.Track.PAIR;
    boolean isDestination = track == Threshold.Track.DESTINATION || track == Threshold.Track.PAIR;
    // Never 0, which is the name of no counter.
    name[0] = rule;
    name[1] = isSource ? packet.sourceHigh() : 0;
    name[2] = isSource ? packet.sourceLow() : 0;
    name[3] = isDestination ? packet.destinationHigh() : 0;
    name[4] = isDestination ? packet.destinationLow() : 0;
    if (track == Threshold.Track.FLOW) {
      name[1] = flow;
    }
  }

  /** Where the counter of the name is, or was made just now. */
  private int place(long now) {
    int first = set() * WAYS * WORDS;
    int least = first;
    for (int at = first; at < first + WAYS * WORDS; at += WORDS) {
      if (isNamed(at)) {
        return at;
      }
      if (isBefore(at, least, now)) {
        least = at;
      }
    }
    if (!isFree(least, now)) {
      evicted++;
    }
    System.arraycopy(name, 0, table, least, NAME);
    table[least + COUNT] = 0;
    return least;
  }

  private boolean isBefore(int at, int other, long now) {
    if (isFree(at, now) || isFree(other, now)) {
      return !isFree(other, now);
    }
    return table[at + BEGUN] < table[other + BEGUN];
  }

  private boolean isFree(int at, long now) {
    return table[at] == 0 || hasEnded(at, now);
  }

  /** Clocks may go back a little without any harm, as when frames come out of order. */
  private boolean hasEnded(int at, long now) {
    return Math.abs(now - table[at + BEGUN]) >= table[at + LASTS];
  }

  private boolean isNamed(int at) {
    for (int i = 0; i < NAME; i++) {
      if (table[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  private int set() {
    long hashed = 0;
    for (long word : name) {
      hashed = hash.of(hashed, word);
    }
    return (int) Long.remainderUnsigned(hashed, sets);
  }
}
