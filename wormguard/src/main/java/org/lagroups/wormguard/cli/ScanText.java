package org.lagroups.wormguard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.Output;

/** What came of a scan, for people. */
final class ScanText {

  private static final double GIGA = 1e9;

  private ScanText() {}

  static List<String> lines(ScanView view) {
    List<String> lines = new ArrayList<>();
    for (ScanView.DamageView each : view.damage()) {
      lines.add(
          "%s is damaged at byte %,d, after %,d frames: %s"
              .formatted(each.file(), each.offset(), each.frames(), each.what()));
    }
    if (!view.isWhole()) {
      lines.add("Ended early");
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d frames, %s in %.2f s: %,.0f frames/s, %.2f Gbit/s, with %,d rules (%s)",
            view.frames(),
            Amounts.bytes(view.bytes()),
            view.seconds(),
            view.framesPerSecond(),
            view.bitsPerSecond() / GIGA,
            view.rules(),
            view.matcher()));
    if (view.refused() > 0) {
      lines.add("%,d rules refused: lag guard check tells why".formatted(view.refused()));
    }
    lines.add("frames: " + counts(view.decoded()));
    add(lines, "packets within: ", view.inner());
    add(lines, "fragments: ", view.fragments());
    lines.add("flows: %,d".formatted(view.flows()));
    add(lines, "segments: ", view.segments());
    if (view.badChecksums() > 0) {
      lines.add("wrong checksums: %,d (see -k)".formatted(view.badChecksums()));
    }
    add(lines, "no room for: ", view.lost());
    if (view.gaveUp() > 0) {
      lines.add("took too long to judge, and did not hold: %,d".formatted(view.gaveUp()));
    }
    lines.add("alerts: %,d".formatted(view.alerts()));
    for (ScanView.SignatureView each : view.signatures()) {
      lines.add(
          "%,10d  %d:%d:%d %s"
              .formatted(
                  each.alerts(), each.gid(), each.sid(), each.rev(), Output.safe(each.msg())));
    }
    return lines;
  }

  private static void add(List<String> lines, String name, Map<String, Long> counts) {
    if (!counts.isEmpty()) {
      lines.add(name + counts(counts));
    }
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(each ->
            String.format(Locale.ROOT, "%,d %s", each.getValue(), each.getKey().replace('_', ' ')))
        .collect(Collectors.joining(", "));
  }
}
