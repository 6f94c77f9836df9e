package org.lagroups.wormguard.packet.fragment;

import java.lang.foreign.MemorySegment;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lagroups.wormguard.packet.Checksums;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketClock;

/**
 * Keeps fragments until their packets are whole.
 *
 * <p>Memory is that of the settings, taken at the start. When it is full, the packet that has
 * waited longest is dropped for the newest.
 */
public final class Reassembler {

  private final ReassemblySettings settings;
  private final PagePool pool;
  private final WholeDatagram whole = new WholeDatagram();
  private final PacketClock clock = new PacketClock();
  private final FragmentCounts counts = new FragmentCounts();

  /** From the one that has waited longest. */
  private final Map<FragmentKey, PartialDatagram> waiting = new LinkedHashMap<>();

  /** With nothing kept yet. */
  public Reassembler(ReassemblySettings settings) {
    this.settings = settings;
    this.pool = new PagePool(settings.maxBytes());
  }

  /**
   * Takes a fragment.
   *
   * @param fragment one that was decoded as {@link org.lagroups.wormguard.packet.Decoded#FRAGMENT};
   *     nothing is kept of it but copies
   * @return whether {@link #whole()} has its packet now
   */
  public boolean add(Packet fragment) {
    long now = clock.at(fragment.nanos());
    expire(now);
    if (settings.verifyChecksums() && Checksums.network(fragment) == Checksums.Verdict.BAD) {
      counts.count(Fate.BAD_CHECKSUM);
      return false;
    }
    FragmentKey key = FragmentKey.of(fragment);
    PartialDatagram known = waiting.get(key);
    if (!isPossible(fragment) || (known != null && !known.fits(fragment))) {
      counts.count(Fate.IMPOSSIBLE);
      return false;
    }
    makeRoom(key, known == null ? 1 : 0, PartialDatagram.pagesFor(fragment));
    // The clock may have yet to believe that it is so late, and is not to take this for old then.
    long since = Math.max(now, fragment.nanos());
    PartialDatagram datagram = waiting.computeIfAbsent(key, _ -> new PartialDatagram(pool, since));
    counts.count(datagram.put(fragment));
    return datagram.wholeLength() > 0 && complete(fragment.ipVersion(), key, datagram);
  }

  /** The packet that was completed last, from its IP header on; until the next one is. */
  public MemorySegment whole() {
    return whole.memory();
  }

  /** Bytes of {@link #whole()}. */
  public int wholeLength() {
    return whole.length();
  }

  /** How many packets wait for fragments. */
  public int waiting() {
    return waiting.size();
  }

  /** Bytes of memory that their fragments take. */
  public int bytesHeld() {
    return pool.usedPages() * PagePool.PAGE_BYTES;
  }

  /** What became of fragments so far. */
  public FragmentCounts counts() {
    return counts;
  }

  private static boolean isPossible(Packet fragment) {
    int length = fragment.payloadLength();
    long header = WholeDatagram.headerLength(fragment);
    return length > 0
        && header <= PagePool.PAGE_BYTES
        && (length % PartialDatagram.UNIT_BYTES == 0 || !fragment.ip().moreFragments())
        && WholeDatagram.isPossible(
            fragment.ipVersion(), (int) header, fragment.ip().fragmentOffset() + length);
  }

  /** The header may be longer than those of the other fragments were. */
  private boolean complete(int version, FragmentKey key, PartialDatagram datagram) {
    boolean isPossible =
        WholeDatagram.isPossible(version, datagram.headerLength(), datagram.wholeLength());
    if (isPossible) {
      whole.write(version, pool.memory(), datagram.headerOffset(), datagram);
    }
    waiting.remove(key);
    datagram.release();
    counts.count(isPossible ? Fate.COMPLETED : Fate.IMPOSSIBLE);
    return isPossible;
  }

  private void expire(long now) {
    Iterator<PartialDatagram> oldest = waiting.values().iterator();
    while (oldest.hasNext()) {
      PartialDatagram datagram = oldest.next();
      long age = now - datagram.sinceNanos();
      // Below 0 if the clock went back, or never came to believe in the fragment's time.
      if (age >= 0 && age <= settings.timeoutNanos()) {
        return;
      }
      oldest.remove();
      datagram.release();
      counts.count(Fate.EXPIRED);
    }
  }

  private void makeRoom(FragmentKey key, int more, int pages) {
    Iterator<Map.Entry<FragmentKey, PartialDatagram>> oldest = waiting.entrySet().iterator();
    while (waiting.size() + more > settings.maxDatagrams() || pool.freePages() < pages) {
      Map.Entry<FragmentKey, PartialDatagram> next = oldest.next();
      if (!next.getKey().equals(key)) {
        oldest.remove();
        next.getValue().release();
        counts.count(Fate.EVICTED);
      }
    }
  }
}
