package org.lagroups.wormguard.cooperate.wire;

import java.util.List;
import java.util.Random;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.endorse.EndorsementSet;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.endorse.SignatureEndorsement;
import org.lagroups.wormguard.cooperate.judge.Fault;
import org.lagroups.wormguard.cooperate.judge.Refutation;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;
import org.lagroups.wormguard.cooperate.record.SignedRecord;

/** One of everything that travels. */
final class Samples {

  static final Identity ORIGIN = Identity.generate(new Random(1));
  static final GroupId GROUP = GroupId.random(new Random(2));
  static final Bytes PROOF = new JavaBls().provePossession(ORIGIN.blsSecret()).encoded();
  static final SignedRecord RECORD =
      SignedRecord.sign(
          new SignatureRecord(
              GROUP,
              ORIGIN.nodeId(),
              "drop tcp any any -> any 80 (msg:\"u\"; content:\"0123456789\"; sid:1;)",
              EvidenceRef.of(Bytes.copyOf((byte) 1, (byte) 2)),
              1_000_000,
              2_000_000),
          ORIGIN);
  static final SignatureEndorsement ENDORSEMENT =
      new SignatureEndorsement(GROUP, RECORD.id(), 1_800_000);
  static final Bytes SHARE =
      new JavaBls().sign(ORIGIN.blsSecret(), ENDORSEMENT.message()).encoded();
  static final SignedRefutation REFUTATION =
      SignedRefutation.sign(
          new Refutation(
              GROUP, RECORD.id(), ORIGIN.nodeId(), Fault.EVIDENCE_UNMATCHED, "3 of 12", 1_800_000),
          ORIGIN);
  static final EndorsementSet SET =
      new EndorsementSet(ENDORSEMENT, List.of(new Signer(ORIGIN.publicIdentity(), PROOF)), SHARE);

  private Samples() {}

  static List<GuardMessage> messages() {
    EndorsementShare share = new EndorsementShare(ENDORSEMENT, ORIGIN.nodeId(), PROOF, SHARE);
    return List.of(
        new GuardMessage.Summary(GROUP, List.of()),
        new GuardMessage.Summary(GROUP, List.of(new GuardMessage.Summary.Known(RECORD.id(), -77))),
        new GuardMessage.Want(GROUP, List.of(RECORD.id())),
        new GuardMessage.Offer(GROUP, RECORD),
        new GuardMessage.Shares(GROUP, ORIGIN.nodeId(), PROOF, List.of(share)),
        new GuardMessage.Refute(GROUP, REFUTATION),
        new GuardMessage.AskEvidence(GROUP, RECORD.id(), 48 * 1024),
        new GuardMessage.EvidencePart(GROUP, RECORD.id(), 0, Bytes.copyOf((byte) 9)),
        new GuardMessage.EvidencePart(GROUP, RECORD.id(), 7, Bytes.EMPTY));
  }
}
