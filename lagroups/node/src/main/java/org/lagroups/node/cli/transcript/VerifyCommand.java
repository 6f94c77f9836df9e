package org.lagroups.node.cli.transcript;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.transcript.Flaw;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.TranscriptCheck;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.core.transcript.snapshot.SnapshotCheck;
import org.lagroups.core.transcript.snapshot.SnapshotVerifier;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.transcript.ProofFiles.Proof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lag transcript verify}. */
@Command(
    name = "verify",
    description = {
      "Checks a proof of membership, without asking anybody.",
      "Of a snapshot, every member has to meet what you ask for.",
      "Exit code 0: it is what you ask for. 1: it is not, and all that is wrong is printed."
    })
final class VerifyCommand extends LagCommand {

  @Parameters(paramLabel = "FILE", description = "As `lag transcript export` has written it.")
  private Path file = Path.of("");

  @Mixin private PolicyOptions options = new PolicyOptions();

  /** What is printed of a transcript. */
  record Report(boolean valid, int signers, int trusted, long expiryMillis, List<Flaw> flaws) {

    static Report of(Transcript transcript, TranscriptCheck check) {
      return new Report(
          check.isValid(),
          check.signers(),
          check.trusted(),
          transcript.endorsement().expiryMillis(),
          check.flaws());
    }
  }

  /** What is printed of a snapshot. */
  record GroupReport(boolean valid, GroupId group, int attestations, List<MemberReport> members) {}

  /** What is printed of a member in a snapshot. */
  record MemberReport(NodeId node, Report report) {}

  @Override
  public Integer call() {
    TranscriptPolicy policy = options.policy();
    Proof proof = ProofFiles.read(file);
    Optional<Bls> fast = NativeBls.load();
    if (fast.isEmpty()) {
      out().note("There is no native library for this system: checking takes seconds.");
    }
    KeyRing ring = new KeyRing(fast.orElseGet(JavaBls::new));
    boolean valid =
        switch (proof) {
          case Proof.OfMember(Transcript transcript) -> verify(transcript, policy, ring);
          case Proof.OfGroup(Snapshot snapshot) ->
              verify(about(policy.attestee(), snapshot), policy, ring);
        };
    return valid ? DONE : FAILED;
  }

  private boolean verify(Transcript transcript, TranscriptPolicy policy, KeyRing ring) {
    TranscriptCheck check =
        new TranscriptVerifier(ring).verify(transcript, policy, System.currentTimeMillis());
    Report report = Report.of(transcript, check);
    out().data(report, () -> print(transcript, report));
    return check.isValid();
  }

  private boolean verify(Snapshot snapshot, TranscriptPolicy policy, KeyRing ring) {
    SnapshotCheck check =
        new SnapshotVerifier(ring).verify(snapshot, policy, System.currentTimeMillis());
    List<MemberReport> members = new ArrayList<>();
    for (Transcript transcript : snapshot.transcripts()) {
      NodeId node = transcript.endorsement().attestee();
      TranscriptCheck found = Optional.ofNullable(check.members().get(node)).orElseThrow();
      members.add(new MemberReport(node, Report.of(transcript, found)));
    }
    GroupReport report =
        new GroupReport(check.isValid(), snapshot.group(), snapshot.attestations(), members);
    out().data(report, () -> print(snapshot, report));
    return check.isValid();
  }

  private Snapshot about(Optional<NodeId> member, Snapshot snapshot) {
    if (member.isEmpty()) {
      return snapshot;
    }
    List<Transcript> one =
        snapshot.transcripts().stream()
            .filter(transcript -> transcript.endorsement().attestee().equals(member.get()))
            .toList();
    return Snapshot.of(snapshot.group(), one)
        .orElseThrow(() ->
            new CommandFailedException(
                "%s has nothing about %s".formatted(file, member.get()),
                "whom it is about says: lag transcript verify " + file));
  }

  private void print(Transcript transcript, Report report) {
    out().line("member  " + transcript.endorsement().attestee());
    out().line("group   " + transcript.endorsement().group());
    out().line("until   " + Instant.ofEpochMilli(report.expiryMillis));
    out().line("signed by %d, of which %d trusted".formatted(report.signers, report.trusted));
    out().line(report.valid ? "valid" : "NOT VALID");
    printFlaws(report);
  }

  private void print(Snapshot snapshot, GroupReport report) {
    out().line("group   " + report.group);
    out()
        .line(
            "%d members are vouched for by %d, in %d attestations"
                .formatted(report.members.size(), snapshot.signers().size(), report.attestations));
    for (MemberReport member : report.members) {
      Report found = member.report;
      out()
          .line(
              "%s  until %s, signed by %d, of which %d trusted%s"
                  .formatted(
                      member.node,
                      Instant.ofEpochMilli(found.expiryMillis),
                      found.signers,
                      found.trusted,
                      found.valid ? "" : ": NOT VALID"));
      printFlaws(found);
    }
    out().line(report.valid ? "valid" : "NOT VALID");
  }

  private void printFlaws(Report report) {
    for (Flaw flaw : report.flaws) {
      String kind = flaw.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      out().line("  %s: %s".formatted(kind, flaw.detail()));
    }
  }
}
