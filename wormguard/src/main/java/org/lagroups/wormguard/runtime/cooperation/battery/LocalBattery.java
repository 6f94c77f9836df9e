package org.lagroups.wormguard.runtime.cooperation.battery;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lagroups.core.group.endorse.Offload;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.cooperate.judge.Battery;
import org.lagroups.wormguard.cooperate.judge.Fault;
import org.lagroups.wormguard.cooperate.judge.Finding;
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
  public void test(SignedRecord signature, Rule rule, Bytes evidence, Consumer<Finding> done) {
    Optional<Verifier> own = verifier.get();
    offload.run(
        () -> test(signature.record().rule(), rule, evidence, own),
        finding -> loop.execute(() -> done.accept(finding)),
        () -> loop.execute(() -> done.accept(new Finding.Undecided("there is too much to test"))));
  }

  private Finding test(String text, Rule rule, Bytes encoded, Optional<Verifier> own) {
    return switch (EvidenceCodec.decode(encoded)) {
      case DecodedEvidence.Refused refused ->
          new Finding.Failed(Fault.EVIDENCE_UNREADABLE, refused.why());
      case DecodedEvidence.Accepted accepted -> test(text, rule, encoded, accepted.evidence(), own);
    };
  }

  private Finding test(
      String text, Rule rule, Bytes encoded, Evidence evidence, Optional<Verifier> own) {
    Evidence judged = new Evidence(text, evidence.counts(), evidence.samples());
    return switch (EvidenceCheck.check(judged, Variables.DEFAULTS, compiler)) {
      case CheckedEvidence.Refused refused ->
          new Finding.Failed(Fault.EVIDENCE_UNMATCHED, refused.why());
      case CheckedEvidence.Judged found when !found.isMatched() ->
          new Finding.Failed(
              Fault.EVIDENCE_UNMATCHED,
              "it holds for %d of %d samples".formatted(found.matched(), found.samples()));
      case CheckedEvidence.Judged found -> testBenign(judged, rule, encoded, own);
    };
  }

  private Finding testBenign(Evidence judged, Rule rule, Bytes encoded, Optional<Verifier> own) {
    List<PayloadSample> ordinary = benign.all();
    Telling telling = Telling.of(rule);
    List<PayloadSample> likely =
        ordinary.stream().filter(sample -> telling.isIn(sample.payload())).toList();
    int matched = 0;
    for (int from = 0; from < likely.size(); from += Evidence.MAX_SAMPLES) {
      int to = Math.min(likely.size(), from + Evidence.MAX_SAMPLES);
      Evidence some = new Evidence(judged.rule(), judged.counts(), likely.subList(from, to));
      if (EvidenceCheck.check(some, Variables.DEFAULTS, compiler)
          instanceof CheckedEvidence.Judged found) {
        matched += found.matched();
      }
    }
    return (long) matched * ONE_IN > ordinary.size()
        ? new Finding.Failed(
            Fault.MATCHES_BENIGN,
            "it holds for %d of %d ordinary payloads".formatted(matched, ordinary.size()))
        : own.map(one -> one.ask(judged.rule(), encoded)).orElseGet(Finding.Passed::new);
  }
}
