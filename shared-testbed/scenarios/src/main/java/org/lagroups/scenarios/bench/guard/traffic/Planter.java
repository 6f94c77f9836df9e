package org.lagroups.scenarios.bench.guard.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lagroups.machine.Bytes;
import org.lagroups.scenarios.bench.guard.rules.MadeRule;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;
import org.lagroups.scenarios.bench.guard.rules.RuleKind;
import org.lagroups.scenarios.bench.guard.rules.Service;

/**
 * Chooses what some payloads hold that rules look for: {@value #PER_MILLE} of 1,000. A third of
 * that is of the first 10 rules, a third of the first 1,000, a third of all. One in four makes its
 * rule hold; the others are its literal where the rule must not hold: without the rest, or in
 * packets that the rule is not about.
 */
final class Planter {

  /** Of so many in 1,000 payloads. */
  static final int PER_MILLE = 20;

  private static final int WHOLE_EVERY = 4;
  private static final int[] BOUNDS = {10, 1_000, Integer.MAX_VALUE};
  private static final int TRIES = 200;

  private final List<MadeRule> rules;
  private final SplittableRandom random;
  private final CaptureTally tally;

  /** What is to be put where. */
  record Planting(MadeRule rule, Bytes bytes, int at, boolean isWhole) {}

  Planter(MadeRules rules, SplittableRandom random, CaptureTally tally) {
    this.rules = new ArrayList<>(rules.rules());
    this.random = random;
    this.tally = tally;
  }

  /** What to put into a payload, if anything. */
  Optional<Planting> draw(Service service, boolean toServer, int payload) {
    if (random.nextInt(1_000) >= PER_MILLE) {
      return Optional.empty();
    }
    boolean whole = service.hasRules() && random.nextInt(WHOLE_EVERY) == 0;
    int bound = Math.min(BOUNDS[random.nextInt(BOUNDS.length)], rules.size());
    for (int i = 0; i < TRIES; i++) {
      MadeRule rule = rules.get(random.nextInt(bound));
      boolean isAbout = rule.isAbout(service, toServer);
      boolean fits = whole ? isAbout : !(isAbout && rule.isLiteralEnough());
      Bytes bytes = whole ? rule.whole() : rule.literal();
      if (fits && bytes.length() + MadeRule.PLACE <= payload) {
        int at =
            whole && rule.kind() == RuleKind.PLACED
                ? MadeRule.PLACE
                : random.nextInt(payload - bytes.length() + 1);
        return Optional.of(new Planting(rule, bytes, at, whole));
      }
    }
    return Optional.empty();
  }

  /** Puts it into a payload. */
  void plant(Planting planting, byte[] into, int payloadAt) {
    planting.bytes().copyTo(into, payloadAt + planting.at());
    tally.planted(planting.rule().sid(), planting.isWhole());
  }
}
