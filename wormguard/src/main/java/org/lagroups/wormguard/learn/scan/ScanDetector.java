package org.lagroups.wormguard.learn.scan;

import java.util.random.RandomGenerator;
import org.lagroups.wormguard.learn.sketch.ScaledBitmaps;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.TcpHeader;

/**
 * Counts, for each source and in intervals, the targets that it has tried and those that have
 * answered: of TCP, by SYN and by SYN with ACK; of UDP, by any packet either way. Nothing waits for
 * an answer, so nothing is kept for a single connection.
 *
 * <p>Both counts are by the same hash, so that those of who is always answered are the same, and
 * their error cancels out. Where answers take another way than past here, everybody seems to scan.
 */
public final class ScanDetector {

  private static final int TRIED = 0;
  private static final int ANSWERED = 1;
  private static final int COUNTS = 2;

  /** Makes ports of one address as different as addresses are. */
  private static final long PORT_FACTOR = 0x9e37_79b9_7f4a_7c15L;

  private final ScanSettings settings;
  private final ScannerSink sink;
  private final AddressTable table;
  private final ScaledBitmaps targets;
  private final long[] interval;
  private final boolean[] scans;
  private long begun = Long.MIN_VALUE;
  private long number;

  /**
   * With nothing seen.
   *
   * @param random where the keys of its hashes come from
   */
  public ScanDetector(ScanSettings settings, RandomGenerator random, ScannerSink sink) {
    this.settings = settings;
    this.sink = sink;
    this.table = new AddressTable(settings.sources(), random);
    this.targets = new ScaledBitmaps(settings.sources() * COUNTS, random);
    this.interval = new long[settings.sources()];
    this.scans = new boolean[settings.sources()];
  }

  /**
   * Takes a packet.
   *
   * @param now its time
   */
  public void take(Packet packet, long now) {
    if (begun == Long.MIN_VALUE || Math.abs(now - begun) >= settings.intervalNanos()) {
      begun = now;
      number++;
    }
    if (packet.isUdp()) {
      tries(packet, now);
      answers(packet, now);
    } else if (packet.isTcp() && (packet.tcp().flags() & TcpHeader.SYN) != 0) {
      if ((packet.tcp().flags() & TcpHeader.ACK) == 0) {
        tries(packet, now);
      } else {
        answers(packet, now);
      }
    }
  }

  /** Whether a source was found to scan in this interval. */
  public boolean isScanning(long addressHigh, long addressLow) {
    int place = table.find(addressHigh, addressLow);
    return place >= 0 && interval[place] == number && scans[place];
  }

  public long memoryBytes() {
    return table.memoryBytes() + targets.memoryBytes() + (Long.BYTES + 1L) * interval.length;
  }

  private void tries(Packet packet, long now) {
    int place = place(packet.sourceHigh(), packet.sourceLow(), now);
    boolean isNew =
        count(
            place * COUNTS + TRIED,
            packet.destinationHigh(),
            packet.destinationLow(),
            packet.destinationPort());
    if (isNew && !scans[place]) {
      judge(place, packet);
    }
  }

  private void answers(Packet packet, long now) {
    int place = place(packet.destinationHigh(), packet.destinationLow(), now);
    count(place * COUNTS + ANSWERED, packet.sourceHigh(), packet.sourceLow(), packet.sourcePort());
  }

  private boolean count(int subject, long high, long low, int port) {
    return targets.add(subject, high + port * PORT_FACTOR, low);
  }

  private void judge(int place, Packet packet) {
    double tried = targets.count(place * COUNTS + TRIED);
    double answered = targets.count(place * COUNTS + ANSWERED);
    if (tried - answered >= settings.failures() && answered <= tried / 2) {
      scans[place] = true;
      sink.scans(
          new Scanner(
              packet.sourceHigh(),
              packet.sourceLow(),
              (int) Math.round(tried),
              (int) Math.round(answered),
              packet.destinationPort(),
              packet.nanos()));
    }
  }

  private int place(long high, long low, long now) {
    int place = table.place(high, low, now);
    if (table.isNew() || interval[place] != number) {
      interval[place] = number;
      scans[place] = false;
      targets.clear(place * COUNTS + TRIED);
      targets.clear(place * COUNTS + ANSWERED);
    }
    return place;
  }
}
