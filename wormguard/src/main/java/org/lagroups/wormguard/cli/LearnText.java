package org.lagroups.wormguard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.learn.detect.DetectorCounts;

/** What was learned, for people. The rules themselves are printed as they are found. */
final class LearnText {

  private static final int MOST_SCANNERS = 10;

  private LearnText() {}

  static List<String> lines(LearnView view) {
    List<String> lines = new ArrayList<>();
    for (ScanView.DamageView each : view.damage()) {
      lines.add(
          "%s is damaged at byte %,d, after %,d frames: %s"
              .formatted(each.file(), each.offset(), each.frames(), each.what()));
    }
    if (!view.isWhole()) {
      lines.add("Ended early");
    }
    if (view.problem() != null) {
      lines.add("The interface gives nothing more: " + Output.safe(view.problem()));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d frames, %s in %.2f s: %,.0f frames/s; up to %s of memory",
            view.frames(),
            Amounts.bytes(view.bytes()),
            view.seconds(),
            view.frames() / Math.max(view.seconds(), 1e-9),
            Amounts.bytes(view.memoryBytes())));
    lines.add(counts(view.counts()));
    if (view.benign().leftOut() > 0) {
      lines.add(
          "no room for %,d payloads of benign traffic: give less of it"
              .formatted(view.benign().leftOut()));
    }
    addScanners(lines, view);
    for (LearnView.SignatureView each : view.signatures()) {
      lines.add(
          "%d: %d bytes in %,d packets from about %d sources to %d destinations, evidence %.12s"
              .formatted(
                  each.sid(),
                  each.contentBytes(),
                  each.packets(),
                  each.sources(),
                  each.destinations(),
                  each.evidence()));
    }
    lines.add("signatures learned: %,d".formatted(view.signatures().size()));
    if (view.offers() != null) {
      addOffers(lines, view.offers());
    }
    return lines;
  }

  private static void addOffers(List<String> lines, LearnView.OffersView offers) {
    for (LearnView.OfferView each : offers.signatures()) {
      lines.add(
          each.problem() == null
              ? "%d: offered as %s, and endorsed by this node".formatted(each.sid(), each.id())
              : "%d: not offered: %s".formatted(each.sid(), Output.safe(each.problem())));
    }
    lines.add("ordinary payloads given to the node: %,d".formatted(offers.ordinaryGiven()));
    if (offers.ordinaryLost() > 0) {
      lines.add("ordinary payloads that it did not take: %,d".formatted(offers.ordinaryLost()));
    }
  }

  private static void addScanners(List<String> lines, LearnView view) {
    view.scanners().stream()
        .limit(MOST_SCANNERS)
        .forEach(each ->
            lines.add(
                "%s scans: about %,d targets tried, %,d answered, port %d at last"
                    .formatted(each.address(), each.tried(), each.answered(), each.lastPort())));
    if (view.scannersTold() > MOST_SCANNERS) {
      lines.add("scans told in all: %,d".formatted(view.scannersTold()));
    }
  }

  private static String counts(DetectorCounts counts) {
    String benign = counts.benign() == 0 ? "" : ", %,d times benign".formatted(counts.benign());
    String nothingNew =
        counts.nothingNew() == 0
            ? ""
            : ", %,d times nothing in it that is not benign".formatted(counts.nothingNew());
    return "%,d payloads, %,d windows of them, %,d prevalent, %,d spread halfway%s%s"
        .formatted(
            counts.packets(),
            counts.windows(),
            counts.prevalent(),
            counts.suspects(),
            benign,
            nothingNew);
  }
}
