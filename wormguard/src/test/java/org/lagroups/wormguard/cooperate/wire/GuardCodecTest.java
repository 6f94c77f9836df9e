package org.lagroups.wormguard.cooperate.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.endorse.SetCodec;
import org.lagroups.wormguard.cooperate.judge.Refutation;
import org.lagroups.wormguard.cooperate.judge.RefutationCodec;
import org.lagroups.wormguard.cooperate.record.DecodedRecord;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;
import org.lagroups.wormguard.cooperate.record.RecordCodec;
import org.lagroups.wormguard.cooperate.record.RecordRefusal;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;

final class GuardCodecTest {

  @Test
  void everyMessageComesBackAsItWas() {
    assertThat(Samples.messages().stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(GuardMessage.class.getPermittedSubclasses());
    for (GuardMessage message : Samples.messages()) {
      assertThat(GuardCodec.decode(GuardCodec.encode(message)))
          .isEqualTo(new Decoded.Accepted(message));
    }
    assertThat(SetCodec.decode(SetCodec.encode(Samples.SET))).contains(Samples.SET);
    assertThat(RefutationCodec.decode(Samples.REFUTATION.encoded()))
        .contains(Samples.REFUTATION.refutation());
  }

  @Test
  void theLargestMessagesFitIntoALink() {
    EndorsementShare share =
        new EndorsementShare(
            Samples.ENDORSEMENT, Samples.ORIGIN.nodeId(), Samples.PROOF, Samples.SHARE);
    List<GuardMessage> largest =
        List.of(
            new GuardMessage.Summary(
                Samples.GROUP,
                Collections.nCopies(
                    GuardMessage.Summary.MAX_ENTRIES,
                    new GuardMessage.Summary.Known(Samples.RECORD.id(), -1))),
            new GuardMessage.Shares(
                Samples.GROUP,
                Samples.ORIGIN.nodeId(),
                Samples.PROOF,
                Collections.nCopies(GuardMessage.Shares.MAX_SHARES, share)),
            new GuardMessage.EvidencePart(
                Samples.GROUP,
                Samples.RECORD.id(),
                1,
                Bytes.wrapOwned(new byte[GuardMessage.EvidencePart.MAX_BYTES])));
    for (GuardMessage message : largest) {
      Bytes encoded = GuardCodec.encode(message);
      assertThat(encoded.length()).isLessThanOrEqualTo(Environment.MAX_MESSAGE_BYTES);
      assertThat(GuardCodec.decode(encoded)).isEqualTo(new Decoded.Accepted(message));
    }
  }

  @Test
  void refusesMoreThanIsAllowed() {
    EndorsementShare share =
        new EndorsementShare(
            Samples.ENDORSEMENT, Samples.ORIGIN.nodeId(), Samples.PROOF, Samples.SHARE);
    Stream.of(
            new GuardMessage.Summary(
                Samples.GROUP,
                Collections.nCopies(
                    GuardMessage.Summary.MAX_ENTRIES + 1,
                    new GuardMessage.Summary.Known(Samples.RECORD.id(), 1))),
            new GuardMessage.Want(
                Samples.GROUP,
                Collections.nCopies(GuardMessage.Want.MAX_IDS + 1, Samples.RECORD.id())),
            new GuardMessage.Want(Samples.GROUP, List.of()),
            new GuardMessage.Shares(
                Samples.GROUP,
                Samples.ORIGIN.nodeId(),
                Samples.PROOF,
                Collections.nCopies(GuardMessage.Shares.MAX_SHARES + 1, share)),
            new GuardMessage.EvidencePart(
                Samples.GROUP,
                Samples.RECORD.id(),
                1,
                Bytes.wrapOwned(new byte[GuardMessage.EvidencePart.MAX_BYTES + 1])))
        .forEach(message ->
            assertThat(GuardCodec.decode(GuardCodec.encode(message)))
                .isEqualTo(new Decoded.Refused(WireRefusal.TOO_MANY)));
    assertThat(
            GuardCodec.decode(
                GuardCodec.encode(
                    new GuardMessage.AskEvidence(
                        Samples.GROUP, Samples.RECORD.id(), EvidenceRef.MAX_BYTES))))
        .isEqualTo(new Decoded.Refused(WireRefusal.BAD_NUMBER));
  }

  @Test
  void aRecordHasBounds() {
    assertThat(RecordCodec.decode(Bytes.wrapOwned(new byte[RecordCodec.MAX_BYTES + 1])))
        .isEqualTo(new DecodedRecord.Refused(RecordRefusal.TOO_LONG));
    SignatureRecord sound = Samples.RECORD.record();
    for (String rule :
        List.of("", " ", "a\nb", "\u0100", "x".repeat(SignatureRecord.MAX_RULE_BYTES + 1))) {
      assertThatThrownBy(() ->
              new SignatureRecord(sound.group(), sound.origin(), rule, sound.evidence(), 1, 2))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (long expiry : new long[] {0, 1, 2 + SignatureRecord.MAX_LIFE_MILLIS}) {
      assertThatThrownBy(() ->
              new SignatureRecord(
                  sound.group(), sound.origin(), sound.rule(), sound.evidence(), 1, expiry))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> EvidenceRef.of(Bytes.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EvidenceRef.of(Bytes.wrapOwned(new byte[EvidenceRef.MAX_BYTES + 1])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLongDetailIsCutBetweenCharacters() {
    String cut = Refutation.cut("\u20ac".repeat(100));
    assertThat(cut).isEqualTo("\u20ac".repeat(Refutation.MAX_DETAIL_BYTES / 3));
  }

  @Test
  void signaturesHoldForTheirWordsAlone() {
    assertThat(Samples.RECORD.isSignedBy(Samples.ORIGIN.publicIdentity())).isTrue();
    assertThat(Samples.REFUTATION.isSignedBy(Samples.ORIGIN.publicIdentity())).isTrue();
    SignatureRecord other =
        new SignatureRecord(
            Samples.GROUP,
            Samples.ORIGIN.nodeId(),
            "another",
            Samples.RECORD.record().evidence(),
            1,
            2);
    Bytes encoded = RecordCodec.encode(other);
    assertThat(
            org.lagroups.wormguard.cooperate.record.SignedRecord.of(
                    other, encoded, Samples.RECORD.signature())
                .isSignedBy(Samples.ORIGIN.publicIdentity()))
        .isFalse();
  }
}
