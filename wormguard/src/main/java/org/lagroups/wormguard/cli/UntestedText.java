package org.lagroups.wormguard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;

/** Why signatures are not endorsed here, for people. */
final class UntestedText {

  private static final int SHORT_ID = 12;

  /** As long as the node itself waits until it warns. */
  private static final long LONG_MINUTES = 5;

  private UntestedText() {}

  /** A line for each reason why signatures are not tested, and for each that is doubted. */
  static List<String> lines(SignatureList list, long nowMillis) {
    List<String> lines = new ArrayList<>();
    Map<String, List<SignatureView>> byReason = new TreeMap<>();
    for (SignatureView one : list.signatures()) {
      if (one.undecidedSinceMillis() > 0) {
        byReason.computeIfAbsent(one.detail(), unseen -> new ArrayList<>()).add(one);
      } else if (one.judgement().equals("doubted")) {
        lines.add(
            "%s is not endorsed here: %s"
                .formatted(one.id().substring(0, SHORT_ID), Output.safe(one.detail())));
      }
    }
    byReason.forEach((why, some) -> lines.add(untested(why, some, nowMillis)));
    return lines;
  }

  private static String untested(String why, List<SignatureView> some, long nowMillis) {
    long since =
        some.stream().mapToLong(SignatureView::undecidedSinceMillis).min().orElse(nowMillis);
    long minutes = TimeUnit.MILLISECONDS.toMinutes(nowMillis - since);
    return "%s%d not tested here for up to %d min: %s"
        .formatted(
            minutes >= LONG_MINUTES ? "Warning: " : "", some.size(), minutes, Output.safe(why));
  }
}
