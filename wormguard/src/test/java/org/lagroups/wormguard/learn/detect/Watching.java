package org.lagroups.wormguard.learn.detect;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lagroups.wormguard.learn.benign.BenignFilter;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.learn.scan.Scanner;
import org.lagroups.wormguard.learn.signature.Signature;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.packet.LinkType;

/** A detector that is given frames, one each so many milliseconds, and what it finds. */
public final class Watching implements DetectorSink {

  private static final long START = 1_000_000_000_000_000_000L;
  private static final int BENIGN_WORDS = 1 << 16;
  private static final int FLOWS = 1 << 10;

  private final List<Signature> signatures = new ArrayList<>();
  private final List<PayloadSample> ordinary = new ArrayList<>();
  private final List<Scanner> scanners = new ArrayList<>();
  private final FrameDetector detector;
  private final long stepNanos;
  private long nanos = START;

  public Watching(DetectorSettings settings, long seed) {
    this(settings, seed, 10_000_000);
  }

  Watching(DetectorSettings settings, long seed, long stepNanos) {
    SplittableRandom random = new SplittableRandom(seed);
    this.stepNanos = stepNanos;
    this.detector =
        new FrameDetector(
            settings,
            FLOWS,
            new BenignFilter(BENIGN_WORDS, random),
            AutomatonMatcher::compile,
            random,
            this);
  }

  public void take(List<byte[]> frames) {
    for (byte[] frame : frames) {
      detector.take(
          MemorySegment.ofArray(frame), 0, frame.length, frame.length, LinkType.ETHERNET, nanos);
    }
    nanos += stepNanos;
  }

  public void takeBenign(List<byte[]> frames) {
    for (byte[] frame : frames) {
      detector.takeBenign(
          MemorySegment.ofArray(frame), 0, frame.length, frame.length, LinkType.ETHERNET, nanos);
    }
  }

  void finish() {
    detector.finish();
  }

  List<PayloadSample> ordinary() {
    return ordinary;
  }

  @Override
  public void ordinary(PayloadSample payload) {
    ordinary.add(payload);
  }

  public List<Signature> signatures() {
    return signatures;
  }

  public List<Scanner> scanners() {
    return scanners;
  }

  public FrameDetector detector() {
    return detector;
  }

  public DetectorCounts counts() {
    return detector.detector().counts();
  }

  @Override
  public void learned(Signature signature) {
    signatures.add(signature);
  }

  @Override
  public void scans(Scanner scanner) {
    scanners.add(scanner);
  }
}
