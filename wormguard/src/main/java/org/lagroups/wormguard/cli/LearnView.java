package org.lagroups.wormguard.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.eve.EveAddress;
import org.lagroups.wormguard.learn.detect.DetectorCounts;
import org.lagroups.wormguard.learn.evidence.OutbreakCounts;
import org.lagroups.wormguard.learn.scan.Scanner;
import org.lagroups.wormguard.learn.signature.Signature;

/**
 * What was learned, as JSON.
 *
 * @param isWhole whether nobody ended it early
 * @param problem why nothing more came from the interface, if that was so
 * @param memoryBytes what the detector may take of memory
 * @param benign what is known of benign traffic
 * @param scanners the first {@link #MOST_SCANNERS} that were told
 * @param scannersTold how often one was told
 * @param damage captures that could not be read to their end
 * @param offers what was given to the node of the home, if that was wanted
 */
record LearnView(
    boolean isWhole,
    @Nullable String problem,
    long frames,
    long bytes,
    double seconds,
    long memoryBytes,
    BenignView benign,
    DetectorCounts counts,
    List<SignatureView> signatures,
    List<ScannerView> scanners,
    long scannersTold,
    List<ScanView.DamageView> damage,
    @Nullable OffersView offers) {

  /** The most scanners that are named. */
  static final int MOST_SCANNERS = 1_024;

  LearnView {
    signatures = List.copyOf(signatures);
    scanners = List.copyOf(scanners);
    damage = List.copyOf(damage);
  }

  /**
   * The benign traffic as JSON.
   *
   * @param chanceOfError that 8 bytes are taken for benign that are not in it
   * @param leftOut payloads for which there was no room
   */
  record BenignView(double chanceOfError, long leftOut) {}

  /**
   * A signature as JSON.
   *
   * @param evidence the digest
   * @param samples how many packets the evidence has
   * @param firstSeen in seconds since 1970, as {@code lastSeen}
   */
  record SignatureView(
      long sid,
      String rule,
      String evidence,
      int samples,
      int contentBytes,
      long packets,
      int sources,
      int destinations,
      int scanners,
      double firstSeen,
      double lastSeen) {

    private static final double NANOS = 1e9;

    static SignatureView of(Signature signature) {
      OutbreakCounts counts = signature.evidence().counts();
      return new SignatureView(
          signature.sid(),
          signature.evidence().rule(),
          signature.digest().toString(),
          signature.evidence().samples().size(),
          signature.content().length(),
          counts.packets(),
          counts.sources(),
          counts.destinations(),
          counts.scanners(),
          counts.firstNanos() / NANOS,
          counts.lastNanos() / NANOS);
    }
  }

  /**
   * What the node was given, as JSON.
   *
   * @param ordinaryGiven payloads of ordinary traffic
   * @param ordinaryLost such that the node did not take in time
   */
  record OffersView(List<OfferView> signatures, long ordinaryGiven, long ordinaryLost) {

    OffersView {
      signatures = List.copyOf(signatures);
    }

    /** Whether the node has decided on each. */
    boolean isDecided() {
      return signatures.stream().allMatch(one -> one.problem() == null || one.isRefused());
    }
  }

  /**
   * A signature that was offered, as JSON.
   *
   * @param id if its group was told of it
   * @param problem otherwise why not
   * @param isRefused whether the node has tested it, and does not vouch for it
   */
  record OfferView(long sid, @Nullable String id, @Nullable String problem, boolean isRefused) {}

  /** A scanner as JSON. */
  record ScannerView(String address, int tried, int answered, int lastPort) {

    static ScannerView of(Scanner scanner) {
      return new ScannerView(
          EveAddress.text(scanner.addressHigh(), scanner.addressLow()),
          scanner.tried(),
          scanner.answered(),
          scanner.lastPort());
    }
  }
}
