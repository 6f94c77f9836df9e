package org.lagroups.wormguard.cli;

import java.security.SecureRandom;
import java.util.Optional;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.enforce.DryRun;
import org.lagroups.wormguard.enforce.GateListener;
import org.lagroups.wormguard.enforce.GateSettings;
import org.lagroups.wormguard.eve.EveEncoder;
import org.lagroups.wormguard.eve.EveLog;
import org.lagroups.wormguard.eve.EveSettings;
import org.lagroups.wormguard.inspect.FindingSink;
import org.lagroups.wormguard.inspect.InspectSettings;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.runtime.guard.InspectingJudge;
import org.lagroups.wormguard.runtime.guard.RuleBook;

/** How a run of a guard judges packets. */
final class Judging {

  private final Output out;
  private final RuleBook book;
  private final GateSettings gate;
  private final InspectSettings inspect;

  /** So that flows of two runs have different numbers. */
  private final long firstFlow = new SecureRandom().nextLong(EveSettings.MOST_FIRST_FLOW);

  Judging(Output out, RuleBook book, GateSettings gate, InspectSettings inspect) {
    this.out = out;
    this.book = book;
    this.gate = gate;
    this.inspect = inspect;
  }

  /** The number of the first flow. */
  long firstFlow() {
    return firstFlow;
  }

  /** The same without blocking anything. */
  Judging withoutBlocking() {
    return new Judging(out, book, gate.withDryRun(DryRun.ALL), inspect);
  }

  /**
   * A judge, who tells of what it finds.
   *
   * @param interfaceName where the packets come from, unless it is a file
   * @param events where it is written
   * @param also told before
   * @param listener told of rules that are suspended
   */
  InspectingJudge judge(
      Optional<String> interfaceName, EveLog events, FindingSink also, GateListener listener) {
    EveEncoder encoder = new EveEncoder(new EveSettings(interfaceName, firstFlow), events);
    FindingSink both =
        finding -> {
          also.found(finding);
          encoder.found(finding);
        };
    return new InspectingJudge(book, gate, inspect, both, listener);
  }

  /** Tells who runs the guard that a rule is suspended. */
  void alarm(Rule rule) {
    out.note("ALARM: rule %s blocks too much and is suspended".formatted(rule.name()));
  }
}
