package org.lagroups.wormguard.cooperate.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.endorse.SetCodec;
import org.lagroups.wormguard.cooperate.endorse.SignatureEndorsement;
import org.lagroups.wormguard.cooperate.judge.Doubt;
import org.lagroups.wormguard.cooperate.judge.Fault;
import org.lagroups.wormguard.cooperate.judge.Refutation;
import org.lagroups.wormguard.cooperate.judge.RefutationCodec;
import org.lagroups.wormguard.cooperate.record.DecodedRecord;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;
import org.lagroups.wormguard.cooperate.record.RecordCodec;
import org.lagroups.wormguard.cooperate.record.RecordRefusal;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;
import org.lagroups.wormguard.cooperate.wire.proto.RefutationMessage;
import org.lagroups.wormguard.cooperate.wire.proto.SignatureMessage;

final class GuardCodecTest {

  @Test
  void everyMessageComesBackAsItWas() {
    assertThat(Samples.messages().stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(GuardMessage.class.getPermittedSubclasses());
    for (GuardMessage message : Samples.messages()) {
      assertThat(GuardCodec.decode(GuardCodec.encode(message)))
          .isEqualTo(new DecodedMessage.Accepted(message));
    }
    assertThat(SetCodec.decode(SetCodec.encode(Samples.SET))).contains(Samples.SET);
    assertThat(RefutationCodec.decode(Samples.REFUTATION.encoded()))
        .contains(Samples.REFUTATION.refutation());
  }

  @Test
  void theLargestMessagesFitIntoALink() {
    List<GuardMessage> largest =
        List.of(
            summary(ids(GuardMessage.Summary.MAX_ENTRIES)),
            new GuardMessage.Want(Samples.GROUP, ids(GuardMessage.Want.MAX_IDS)),
            shares(ids(GuardMessage.Shares.MAX_SHARES)),
            new GuardMessage.EvidencePart(
                Samples.GROUP,
                Samples.RECORD.id(),
                1,
                Bytes.wrapOwned(new byte[GuardMessage.EvidencePart.MAX_BYTES])));
    for (GuardMessage message : largest) {
      Bytes encoded = GuardCodec.encode(message);
      assertThat(encoded.length()).isLessThanOrEqualTo(Environment.MAX_MESSAGE_BYTES);
      assertThat(GuardCodec.decode(encoded)).isEqualTo(new DecodedMessage.Accepted(message));
    }
  }

  @Test
  void refusesMoreThanIsAllowed() {
    Stream.of(
            summary(ids(GuardMessage.Summary.MAX_ENTRIES + 1)),
            new GuardMessage.Want(Samples.GROUP, ids(GuardMessage.Want.MAX_IDS + 1)),
            new GuardMessage.Want(Samples.GROUP, List.of()),
            shares(ids(GuardMessage.Shares.MAX_SHARES + 1)),
            new GuardMessage.EvidencePart(
                Samples.GROUP,
                Samples.RECORD.id(),
                1,
                Bytes.wrapOwned(new byte[GuardMessage.EvidencePart.MAX_BYTES + 1])))
        .forEach(message -> expectRefusal(message, WireRefusal.TOO_MANY));
    expectRefusal(
        new GuardMessage.AskEvidence(Samples.GROUP, Samples.RECORD.id(), EvidenceRef.MAX_BYTES),
        WireRefusal.BAD_NUMBER);
  }

  @Test
  void refusesIdsThatAreNotInOrderOrTwice() {
    List<SignatureId> two = ids(2);
    for (List<SignatureId> wrong :
        List.of(two.reversed(), List.of(two.getFirst(), two.getFirst()))) {
      expectRefusal(summary(wrong), WireRefusal.BAD_ORDER);
      expectRefusal(new GuardMessage.Want(Samples.GROUP, wrong), WireRefusal.BAD_ORDER);
      expectRefusal(shares(wrong), WireRefusal.BAD_ORDER);
    }
  }

  private static void expectRefusal(GuardMessage message, WireRefusal reason) {
    assertThat(GuardCodec.decode(GuardCodec.encode(message)))
        .isEqualTo(new DecodedMessage.Refused(reason));
  }

  private static List<SignatureId> ids(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> SignatureId.of(Bytes.copyOf((byte) i, (byte) (i >> Byte.SIZE))))
        .sorted()
        .toList();
  }

  private static GuardMessage summary(List<SignatureId> ids) {
    return new GuardMessage.Summary(
        Samples.GROUP, ids.stream().map(id -> new GuardMessage.Summary.Known(id, -1)).toList());
  }

  private static GuardMessage shares(List<SignatureId> ids) {
    return new GuardMessage.Shares(
        Samples.GROUP,
        Samples.ORIGIN.nodeId(),
        Samples.PROOF,
        ids.stream()
            .map(id ->
                new EndorsementShare(
                    new SignatureEndorsement(Samples.GROUP, id, Samples.ENDORSEMENT.expiryMillis()),
                    Samples.ORIGIN.nodeId(),
                    Samples.PROOF,
                    Samples.SHARE))
            .toList());
  }

  @Test
  void aRecordHasBounds() {
    assertThat(RecordCodec.decode(Bytes.wrapOwned(new byte[RecordCodec.MAX_BYTES + 1])))
        .isEqualTo(new DecodedRecord.Refused(RecordRefusal.TOO_LONG));
    SignatureRecord sound = Samples.RECORD.record();
    for (String rule :
        List.of(
            "",
            " ",
            "a\nb",
            "\u0100",
            "\u00fc",
            "a\u007f",
            "a\tb",
            "x".repeat(SignatureRecord.MAX_RULE_BYTES + 1))) {
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
  void aRecordOfBytesThatNoRuleHasIsRefused() {
    SignatureRecord sound = Samples.RECORD.record();
    for (int each : new int[] {0, '\t', '\n', 0x7f, 0x80, 0xfc, 0xff}) {
      byte[] rule = sound.rule().getBytes(StandardCharsets.US_ASCII);
      rule[rule.length / 2] = (byte) each;
      SignatureMessage message =
          SignatureMessage.newBuilder()
              .setGroup(ByteString.copyFrom(sound.group().bytes().toArray()))
              .setOrigin(ByteString.copyFrom(sound.origin().bytes().toArray()))
              .setRule(ByteString.copyFrom(rule))
              .setEvidence(ByteString.copyFrom(sound.evidence().digest().toArray()))
              .setEvidenceBytes(sound.evidence().lengthBytes())
              .setIssuedMillis(sound.issuedMillis())
              .setExpiresMillis(sound.expiresMillis())
              .build();
      assertThat(RecordCodec.decode(Bytes.wrapOwned(message.toByteArray())))
          .as("%02x", each)
          .isEqualTo(new DecodedRecord.Refused(RecordRefusal.BAD_RULE));
    }
  }

  @Test
  void aRefutationIsOfSomethingThatOthersCanSee() {
    for (Doubt doubt : Doubt.values()) {
      RefutationMessage message =
          RefutationMessage.newBuilder()
              .setGroup(ByteString.copyFrom(Samples.GROUP.bytes().toArray()))
              .setId(ByteString.copyFrom(Samples.RECORD.id().hash().toArray()))
              .setRefuter(ByteString.copyFrom(Samples.ORIGIN.nodeId().bytes().toArray()))
              .setReason(doubt.number())
              .setExpiresMillis(1)
              .build();
      assertThat(RefutationCodec.decode(Bytes.wrapOwned(message.toByteArray()))).isEmpty();
      RefutationMessage of =
          message.toBuilder().setReason(Fault.EVIDENCE_UNMATCHED.number()).build();
      assertThat(RefutationCodec.decode(Bytes.wrapOwned(of.toByteArray()))).isPresent();
    }
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
