package org.lagroups.desktop.guard;

import java.util.List;
import org.lagroups.desktop.link.Samples;
import org.lagroups.wormguard.api.LocalRulesView;
import org.lagroups.wormguard.api.SignatureView;

/** Answers about signatures, for tests. */
final class GuardSamples {

  static final String SIGNATURES = "GET /v1/guard/signatures";
  static final String RULES = "GET /v1/guard/rules";

  private static final long DAY_MILLIS = 86_400_000;
  private static final long ISSUED = 1_750_000_000_000L;

  private GuardSamples() {}

  /** A signature whose ID is a number, as the node's tests left it. */
  static SignatureView signature(int number, String phase, String judgement) {
    return signature(number, phase, judgement, "", "worm number " + number);
  }

  /** The same with a reason, and a message of its rule. */
  static SignatureView signature(
      int number, String phase, String judgement, String detail, String message) {
    long now = System.currentTimeMillis();
    return new SignatureView(
        Samples.group(1),
        id(number),
        Samples.id(2),
        phase,
        3,
        2,
        phase.equals("enforced") ? now + 125_000 : 0,
        false,
        judgement,
        detail,
        0,
        "drop tcp any any -> any 445 (msg:\"%s\"; content:\"|90 90|inert\"; sid:1;)"
            .formatted(message),
        "ab".repeat(32),
        48_000,
        ISSUED + number,
        ISSUED + 7 * DAY_MILLIS,
        List.of(
            new SignatureView.Endorser(Samples.id(3), true, now + 125_000),
            new SignatureView.Endorser(Samples.id(4), false, now + 65_000)),
        phase.equals("refuted")
            ? List.of(
                new SignatureView.Refuter(
                    Samples.id(5), "matches ordinary traffic", "DNS\u202e\n", now + 600_000))
            : List.of());
  }

  static String id(int number) {
    return "%064x".formatted(number);
  }

  static LocalRulesView rules(boolean isDryRun, List<String> allowed) {
    return new LocalRulesView(
        "neighbours",
        3,
        isDryRun,
        List.of(),
        allowed,
        List.of("10.0.0.0/8"),
        List.of("192.0.2.1"),
        List.of("/usr/local/bin/taint"));
  }
}
