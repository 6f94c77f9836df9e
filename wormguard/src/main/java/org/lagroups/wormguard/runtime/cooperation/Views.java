package org.lagroups.wormguard.runtime.cooperation;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.api.EvidenceView;
import org.lagroups.wormguard.api.LocalRulesView;
import org.lagroups.wormguard.api.SignatureView;
import org.lagroups.wormguard.cooperate.book.SignatureStatus;
import org.lagroups.wormguard.cooperate.book.Untested;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.OutbreakCounts;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.runtime.cooperation.store.LocalRules;
import org.lagroups.wormguard.runtime.cooperation.store.LocalRules.Kind;

/** What the control API says of things. */
final class Views {

  private Views() {}

  static SignatureView of(SignatureStatus status, boolean isDryRun) {
    SignatureRecord record = status.signed().record();
    Set<NodeId> trusted = new HashSet<>(status.standing().endorsers());
    return new SignatureView(
        record.group(),
        status.signed().id().toString(),
        record.origin(),
        lower(status.standing().phase()),
        status.standing().needed(),
        trusted.size(),
        status.standing().untilMillis(),
        isDryRun,
        words(status),
        why(status),
        status.untested().map(Untested::sinceMillis).orElse(0L),
        record.rule(),
        record.evidence().digest().toHex(),
        record.evidence().lengthBytes(),
        record.issuedMillis(),
        record.expiresMillis(),
        status.endorsements().stream()
            .map(share ->
                new SignatureView.Endorser(
                    share.endorser(),
                    trusted.contains(share.endorser()),
                    share.endorsement().expiryMillis()))
            .toList(),
        status.refutations().stream()
            .map(one ->
                new SignatureView.Refuter(
                    one.refuter(), one.fault().words(), one.detail(), one.expiresMillis()))
            .toList());
  }

  static EvidenceView of(SignatureId id, Evidence evidence) {
    OutbreakCounts counts = evidence.counts();
    return new EvidenceView(
        id.toString(),
        counts.packets(),
        counts.sources(),
        counts.destinations(),
        counts.scanners(),
        TimeUnit.NANOSECONDS.toMillis(counts.firstNanos()),
        TimeUnit.NANOSECONDS.toMillis(counts.lastNanos()),
        evidence.samples().stream().map(Views::of).toList());
  }

  private static EvidenceView.Sample of(PayloadSample sample) {
    return new EvidenceView.Sample(
        sample.ipVersion(),
        lower(sample.protocol()),
        sample.sourcePort(),
        sample.destinationPort(),
        sample.direction().map(Views::lower).orElse(""),
        sample.isEstablished(),
        sample.payload().toHex());
  }

  static LocalRulesView of(LocalRules rules) {
    return new LocalRulesView(
        lower(rules.trust().kind()),
        rules.trust().least(),
        rules.isDryRun(),
        rules.values(Kind.DRY_RUN),
        rules.values(Kind.ALLOW_SIGNATURE),
        rules.values(Kind.ALLOW_ADDRESS),
        rules.values(Kind.NEVER_BLOCK),
        rules.verifier());
  }

  private static String words(SignatureStatus status) {
    return switch (status.opinion()) {
      case Opinion.Open open -> status.untested().isPresent() ? "undecided" : "open";
      case Opinion.Endorsed endorsed -> endorsed.byOperator() ? "endorsed by operator" : "endorsed";
      case Opinion.Doubted doubted -> "doubted";
      case Opinion.Refuted refuted -> "refuted";
    };
  }

  /** Why it is not endorsed here; empty if it is. */
  private static String why(SignatureStatus status) {
    return switch (status.opinion()) {
      case Opinion.Open open -> status.untested().map(Untested::why).orElse("");
      case Opinion.Endorsed endorsed -> "";
      case Opinion.Doubted doubted -> doubted.doubt().words() + ": " + doubted.detail();
      case Opinion.Refuted refuted -> refuted.fault().words() + ": " + refuted.detail();
    };
  }

  static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
