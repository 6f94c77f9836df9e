package org.lagroups.wormguard.learn.detect;

import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.lagroups.wormguard.engine.header.FlowState;
import org.lagroups.wormguard.engine.header.NoFlow;
import org.lagroups.wormguard.learn.benign.BenignFilter;
import org.lagroups.wormguard.learn.detect.ContentTable.State;
import org.lagroups.wormguard.learn.evidence.OutbreakCounts;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.learn.fingerprint.FingerprintSink;
import org.lagroups.wormguard.learn.fingerprint.Fingerprinter;
import org.lagroups.wormguard.learn.fingerprint.Polynomial;
import org.lagroups.wormguard.learn.scan.ScanDetector;
import org.lagroups.wormguard.learn.signature.MadeSignature;
import org.lagroups.wormguard.learn.signature.SignatureMaker;
import org.lagroups.wormguard.learn.sketch.KeyedHash;
import org.lagroups.wormguard.learn.sketch.MultistageFilter;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.packet.Packet;

/** Learns signatures from packets, one after another. */
public final class Detector {

  /** How many signatures may be tried within an interval; each takes some 10 ms. */
  private static final int MOST_TRIED = 64;

  private final DetectorSettings settings;
  private final SiftSettings sifting;
  private final BenignFilter benign;
  private final DetectorSink sink;
  private final Fingerprinter fingerprinter;
  private final KeyedHash keys;
  private final MultistageFilter filter;
  private final ContentTable table;
  private final Suspects suspects;
  private final SignatureMaker maker;
  private final ScanDetector scans;
  private final FingerprintSink windows = this::window;
  private final Map<MadeSignature.Reason, Long> notMade = new EnumMap<>(MadeSignature.Reason.class);

  private long settledAt = Long.MIN_VALUE;
  private long intervalBegan = Long.MIN_VALUE;
  private long triedSince = Long.MIN_VALUE;
  private int tried;
  private int seenSinceClear;

  private Packet packet = new Packet();
  private FlowState flow = NoFlow.NO_FLOW;
  private long now;
  private boolean isClaimed;
  private int ripe;
  private long ripeAt;

  private long packetCount;
  private long windowCount;
  private long prevalentCount;
  private long benignCount;
  private long suspectCount;
  private long learnedCount;

  /**
   * A detector that has seen nothing.
   *
   * @param benign what is benign; more may be added to it meanwhile
   * @param compiler what judges a signature before it is shown
   * @param random where the keys of hashes and the fingerprints' polynomial come from. Who knows
   *     these can evade it
   */
  public Detector(
      DetectorSettings settings,
      BenignFilter benign,
      MatcherCompiler compiler,
      RandomGenerator random,
      DetectorSink sink) {
    this.settings = settings;
    this.sifting = settings.sifting();
    this.benign = benign;
    this.sink = sink;
    this.fingerprinter =
        new Fingerprinter(Polynomial.drawn(random), sifting.windowBytes(), sifting.sampledOneIn());
    this.keys = new KeyedHash(random);
    this.filter =
        new MultistageFilter(MultistageFilter.DEFAULT_STAGES, settings.counters(), random);
    this.table = new ContentTable(settings.entries(), sifting.idleNanos(), random);
    this.suspects = new Suspects(settings.suspects(), sifting.intervalNanos());
    this.maker =
        new SignatureMaker(sifting.windowBytes(), settings.unknownBytes(), benign, compiler);
    this.scans = new ScanDetector(settings.scans(), random, sink::scans);
  }

  /**
   * Takes a packet. Fragments tell nothing here: their packets do, once they are put together.
   *
   * @param packetsFlow which way it goes, and whether its flow is established
   */
  public void take(Packet taken, FlowState packetsFlow) {
    packet = taken;
    flow = packetsFlow;
    isClaimed = false;
    ripe = -1;
    now = packet.nanos();
    scans.take(packet, now);
    if ((!packet.isTcp() && !packet.isUdp()) || packet.payloadLength() == 0) {
      return;
    }
    packetCount++;
    if (isSettling()) {
      benign.add(packet.frame(), packet.payloadOffset(), packet.payloadLength());
      return;
    }
    keepIntervals();
    fingerprinter.sample(packet.frame(), packet.payloadOffset(), packet.payloadLength(), windows);
    if (ripe >= 0 && !isClaimed) {
      suspect(ripe, ripeAt);
    }
  }

  /** Whether something is held against the packet that was taken last, or against its sender. */
  boolean isSuspicious() {
    return isClaimed || ripe >= 0 || scans.isScanning(packet.sourceHigh(), packet.sourceLow());
  }

  /** Whether a payload has what was learned to be a worm's, or is a suspect by now. */
  boolean isSuspicious(PayloadSample payload) {
    if (maker.isKnown(payload.payload())) {
      return true;
    }
    byte[] bytes = payload.payload().toArray();
    boolean[] isSuspect = new boolean[1];
    fingerprinter.sample(
        MemorySegment.ofArray(bytes),
        0,
        bytes.length,
        (fingerprint, _) -> {
          long key = key(fingerprint, payload.protocol().number(), payload.destinationPort());
          int entry = table.find(key, now);
          isSuspect[0] |= entry >= 0 && table.state(entry) == State.SUSPECT;
        });
    return isSuspect[0];
  }

  /** What it has done. */
  public DetectorCounts counts() {
    return new DetectorCounts(
        packetCount,
        windowCount,
        prevalentCount,
        benignCount,
        table.evicted(),
        suspectCount,
        learnedCount,
        notMade(MadeSignature.Reason.NOTHING_NEW),
        notMade(MadeSignature.Reason.KNOWN),
        notMade(MadeSignature.Reason.NOT_MATCHED));
  }

  /** All that depends on settings, with as many samples as there can be. */
  public long memoryBytes() {
    long samples =
        (long) settings.suspects() * settings.samples() * PayloadSample.MAX_PAYLOAD_BYTES;
    return filter.memoryBytes()
        + table.memoryBytes()
        + scans.memoryBytes()
        + benign.memoryBytes()
        + samples;
  }

  /** Captures may be read one after another in any order, so time may go back. */
  private void keepIntervals() {
    if (isOver(intervalBegan) || seenSinceClear >= settings.counters()) {
      filter.clear();
      intervalBegan = now;
      seenSinceClear = 0;
    }
    if (isOver(triedSince)) {
      triedSince = now;
      tried = 0;
    }
  }

  private boolean isOver(long began) {
    return began == Long.MIN_VALUE || Math.abs(now - began) >= sifting.intervalNanos();
  }

  private boolean isSettling() {
    if (settledAt == Long.MIN_VALUE) {
      settledAt = Math.addExact(now, settings.settleNanos());
    }
    return now < settledAt;
  }

  private void window(long fingerprint, long begin) {
    windowCount++;
    long key = key(fingerprint, packet.protocol(), packet.destinationPort());
    int entry = table.find(key, now);
    if (entry < 0) {
      seenSinceClear++;
      if (filter.see(key) < sifting.prevalence()) {
        return;
      }
      if (benign.isKnown(packet.frame(), packet.payloadOffset() + begin, sifting.windowBytes())) {
        benignCount++;
        return;
      }
      prevalentCount++;
      entry = table.placeFor(key);
      suspects.remove(entry);
      table.add(entry, key, now);
    }
    boolean isNew = table.count(entry, packet, now);
    switch (table.state(entry)) {
      case COUNTED -> {
        if (isNew && ripe < 0 && isHalfway(entry)) {
          ripe = entry;
          ripeAt = begin;
        }
      }
      case SUSPECT -> {
        if (!isClaimed) {
          isClaimed = true;
          sample(entry, begin);
        }
      }
      case CONCLUDED -> {}
    }
  }

  private long key(long fingerprint, int protocol, int destinationPort) {
    long port = sifting.byPort() ? destinationPort : 0;
    return keys.of(fingerprint, (long) protocol << Short.SIZE | port);
  }

  private boolean isHalfway(int entry) {
    return 2 * table.sources(entry) >= sifting.sources()
        && 2 * table.destinations(entry) >= sifting.destinations();
  }

  private boolean isBeyond(int entry) {
    return table.sources(entry) >= sifting.sources()
        && table.destinations(entry) >= sifting.destinations();
  }

  /** Only one window of a packet becomes a suspect at once: the others have the same content. */
  private void suspect(int entry, long begin) {
    if (maker.isKnown(Sampling.payload(packet, begin))) {
      table.setState(entry, State.CONCLUDED);
      return;
    }
    suspectCount++;
    table.setState(entry, State.SUSPECT);
    suspects.open(entry, now).ifPresent(gone -> table.setState(gone, State.COUNTED));
    sample(entry, begin);
  }

  private void sample(int entry, long begin) {
    Suspect suspect = suspects.of(entry).orElseThrow();
    boolean isWanted =
        suspect.samples().size() < settings.samples()
            && suspect.isNew(packet.sourceHigh(), packet.sourceLow());
    if (isWanted) {
      suspect.add(
          Sampling.of(packet, flow, begin + sifting.windowBytes() / 2),
          packet.sourceHigh(),
          packet.sourceLow(),
          scans.isScanning(packet.sourceHigh(), packet.sourceLow()));
    }
    if (suspect.samples().size() == settings.samples() && tried < MOST_TRIED && isBeyond(entry)) {
      conclude(entry, suspect);
    }
  }

  private void conclude(int entry, Suspect suspect) {
    tried++;
    suspects.remove(entry);
    table.setState(entry, State.CONCLUDED);
    OutbreakCounts counts =
        new OutbreakCounts(
            table.packets(entry),
            (int) Math.round(table.sources(entry)),
            (int) Math.round(table.destinations(entry)),
            suspect.scanners(),
            Math.min(table.firstNanos(entry), table.lastNanos(entry)),
            table.lastNanos(entry));
    switch (maker.make(suspect.samples(), counts)) {
      case MadeSignature.Made(var signature) -> {
        learnedCount++;
        sink.learned(signature);
      }
      case MadeSignature.NotMade(MadeSignature.Reason reason) ->
          notMade.merge(reason, 1L, Long::sum);
    }
  }

  private long notMade(MadeSignature.Reason reason) {
    return notMade.getOrDefault(reason, 0L);
  }
}
