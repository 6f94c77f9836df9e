package org.lagroups.wormguard.runtime.cooperation.battery;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lagroups.core.group.endorse.Offload;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.cooperate.judge.Battery;
import org.lagroups.wormguard.cooperate.judge.Doubt;
import org.lagroups.wormguard.cooperate.judge.Fault;
import org.lagroups.wormguard.cooperate.judge.TestResult;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.learn.check.CheckedEvidence;
import org.lagroups.wormguard.learn.check.EvidenceCheck;
import org.lagroups.wormguard.learn.evidence.DecodedEvidence;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.Variables;

/** The tests of this gateway, the cheapest first. */
public final class LocalBattery implements Battery {

  /** A rule may hold for one of so many ordinary payloads, which may be the worm itself. */
  public static final int ONE_IN = 1_000;

  /**
   * With fewer ordinary payloads nothing is said: none would pass everything, and one that a rule
   * holds for would condemn it.
   */
  public static final int LEAST_PAYLOADS = ONE_IN;

  private final Offload offload;
  private final MatcherCompiler compiler;
  private final RecentPayloads benign;
  private final Supplier<Optional<Verifier>> verifier;
  private final Executor loop;

  /**
   * Tests.
   *
   * @param loop where what came of it is told
   * @param verifier that of the operator, as he wants it now; asked on the loop
   */
  public LocalBattery(
      Offload offload,
      MatcherCompiler compiler,
      RecentPayloads benign,
      Supplier<Optional<Verifier>> verifier,
      Executor loop) {
    this.offload = offload;
    this.compiler = compiler;
    this.benign = benign;
    this.verifier = verifier;
    this.loop = loop;
  }

  @Override
  public void test(SignedRecord signature, Rule rule, Bytes evidence, Consumer<TestResult> done) {
    Optional<Verifier> own = verifier.get();
    offload.run(
        () -> test(signature.record().rule(), rule, evidence, own),
        result -> loop.execute(() -> done.accept(result)),
        () ->
            loop.execute(() -> done.accept(new TestResult.Undecided("there is too much to test"))));
  }

  private TestResult test(String text, Rule rule, Bytes encoded, Optional<Verifier> own) {
    return switch (EvidenceCodec.decode(encoded)) {
      case DecodedEvidence.Refused refused ->
          new TestResult.Failed(Fault.EVIDENCE_UNREADABLE, refused.why());
      case DecodedEvidence.Accepted accepted -> test(text, rule, encoded, accepted.evidence(), own);
    };
  }

  private TestResult test(
      String text, Rule rule, Bytes encoded, Evidence evidence, Optional<Verifier> own) {
    if (!evidence.rule().equals(text)) {
      return new TestResult.Failed(
          Fault.EVIDENCE_OF_ANOTHER_RULE, "it was made for: " + evidence.rule());
    }
    return switch (EvidenceCheck.check(evidence, Variables.DEFAULTS, compiler)) {
      case CheckedEvidence.Refused refused ->
          new TestResult.Failed(Fault.EVIDENCE_UNMATCHED, refused.why());
      case CheckedEvidence.Judged found when !found.isMatched() ->
          new TestResult.Failed(
              Fault.EVIDENCE_UNMATCHED,
              "it holds for %d of %d samples".formatted(found.matched(), found.samples()));
      case CheckedEvidence.Judged found -> testBenign(text, rule, encoded, own);
    };
  }

  private TestResult testBenign(String text, Rule rule, Bytes encoded, Optional<Verifier> own) {
    List<PayloadSample> ordinary = benign.all();
    if (ordinary.size() < LEAST_PAYLOADS) {
      return new TestResult.Undecided(
          "%,d ordinary payloads are here, and it takes %,d to test a rule on: lag guard learn --offer gives them"
              .formatted(ordinary.size(), LEAST_PAYLOADS));
    }
    Telling telling = Telling.of(rule);
    List<List<PayloadSample>> likely =
        ordinary.stream().filter(sample -> telling.isIn(sample.payload())).map(Forms::of).toList();
    int matched = likely.isEmpty() ? 0 : EvidenceCheck.matchedInAnyForm(rule, likely, compiler);
    return (long) matched * ONE_IN > ordinary.size()
        ? new TestResult.Doubtful(
            Doubt.MATCHES_BENIGN,
            "it holds for %d of %d ordinary payloads".formatted(matched, ordinary.size()))
        : own.map(one -> one.ask(text, encoded)).orElseGet(TestResult.Passed::new);
  }
}
