package org.lagroups.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.wire.proto.GroupProto;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

class GroupMessageCodecTest {

  private static final ByteString GROUP = WireBytes.wire(Samples.GROUP.bytes());

  @Test
  void readsWhatItWrites() {
    for (GroupMessage message : Samples.messages()) {
      assertThat(GroupMessageCodec.decode(GroupMessageCodec.encode(message)))
          .isEqualTo(new Decoded.Accepted<>(message));
    }
  }

  @Test
  void everyTruncationIsRefused() {
    for (GroupMessage message : Samples.messages()) {
      Bytes encoded = GroupMessageCodec.encode(message);
      for (int length = 0; length < encoded.length(); length++) {
        assertThat(GroupMessageCodec.decode(encoded.slice(0, length)))
            .as("%s cut to %d", message, length)
            .isInstanceOf(Decoded.Refused.class);
      }
    }
  }

  @Test
  void garbageIsRefused() {
    assertThat(refusal(Bytes.fromHex("ff".repeat(100)))).isEqualTo(Refusal.MALFORMED);
    assertThat(refusal(Bytes.EMPTY)).isEqualTo(Refusal.MALFORMED);
    assertThat(refusal(Bytes.wrapOwned(new byte[GroupMessageCodec.MAX_MESSAGE_BYTES + 1])))
        .isEqualTo(Refusal.TOO_LONG);
  }

  @Test
  void twoBodiesAreRefused() {
    Bytes one = GroupMessageCodec.encode(Samples.summary(1));
    Bytes other = GroupMessageCodec.encode(new GroupMessage.JoinAsk(Samples.GROUP, Bytes.EMPTY));
    byte[] both = new byte[one.length() + other.length()];
    one.copyTo(both, 0);
    other.copyTo(both, one.length());
    assertThat(refusal(Bytes.wrapOwned(both))).isEqualTo(Refusal.NOT_CANONICAL);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertOutOfRange(message().setAdvertisements(GroupProto.Advertisements.getDefaultInstance()));
    assertOutOfRange(message().setSummary(GroupProto.Summary.getDefaultInstance()));
    for (int length : new int[] {8, 15, 17}) {
      assertOutOfRange(
          message()
              .setSummary(
                  GroupProto.Summary.newBuilder()
                      .setGroup(GROUP)
                      .setHash(ByteString.copyFrom(new byte[length]))));
    }
    assertOutOfRange(message().setWant(GroupProto.Want.newBuilder().setGroup(GROUP)));
    assertOutOfRange(
        message()
            .setJoinAsk(
                GroupProto.JoinAsk.newBuilder()
                    .setGroup(GROUP)
                    .setToken(ByteString.copyFrom(new byte[65]))));
    assertOutOfRange(
        message()
            .setAdvertisements(
                GroupProto.Advertisements.newBuilder()
                    .addAdvertisements(
                        GroupProto.SignedAdvertisement.newBuilder()
                            .setContent(
                                WireBytes.wire(AdvertisementCodec.encode(Samples.ordinary(1))))
                            .setSignature(ByteString.copyFrom(new byte[63])))));
  }

  @Test
  void digestsAndRequestsNameAtMostTwiceTheMembersInOrder() {
    List<NodeId> most = Samples.ids(0, GroupMessage.MAX_ATTESTERS);
    List<NodeId> tooMany = Samples.ids(0, GroupMessage.MAX_ATTESTERS + 1);
    List<NodeId> unordered = new ArrayList<>(Samples.ids(0, 2));
    Collections.reverse(unordered);
    assertAccepted(digest(most, 1));
    assertAccepted(new GroupMessage.Want(Samples.GROUP, most));
    assertRefused(digest(tooMany, 1));
    assertRefused(new GroupMessage.Want(Samples.GROUP, tooMany));
    assertRefused(digest(unordered, 1));
    assertRefused(new GroupMessage.Want(Samples.GROUP, unordered));
    assertRefused(digest(Samples.ids(0, 1), 0));
    assertRefused(
        new GroupMessage.Want(Samples.GROUP, Collections.nCopies(2, Samples.ids(0, 1).getFirst())));
  }

  @Test
  void longBatchesAreSplit() {
    SignedAdvertisement largest = AdvertisementCodec.sign(Samples.largest(), TestIdentities.of(0));
    SignedAdvertisement ordinary =
        AdvertisementCodec.sign(Samples.ordinary(19), TestIdentities.of(0));
    List<SignedAdvertisement> all = new ArrayList<>(Collections.nCopies(100, ordinary));
    all.addAll(Collections.nCopies(3, largest));
    List<Bytes> messages = GroupMessageCodec.encodeAll(all);
    List<SignedAdvertisement> read = new ArrayList<>();
    for (Bytes message : messages) {
      assertThat(message.length()).isLessThanOrEqualTo(GroupMessageCodec.MAX_MESSAGE_BYTES);
      if (GroupMessageCodec.decode(message)
          instanceof Decoded.Accepted<GroupMessage>(GroupMessage.Advertisements some)) {
        read.addAll(some.advertisements());
      }
    }
    assertThat(read).isEqualTo(all);
    assertThat(messages).hasSizeLessThan(8);
    assertThat(GroupMessageCodec.encodeAll(List.of())).isEmpty();
  }

  @Test
  void renewalsOutOfRangeAreRefused() {
    Renewal good = Samples.renewals().getFirst();
    assertAccepted(of(good));
    Bytes share = good.share();
    assertOutOfRange(renewal(good).setSequence(0));
    assertOutOfRange(renewal(good).setSequence(Long.MAX_VALUE));
    assertOutOfRange(renewal(good).setExpiryMillis(0));
    assertOutOfRange(renewal(good).setExpiryMillis(-1));
    assertOutOfRange(renewal(good).setSignature(ByteString.copyFrom(new byte[63])));
    assertOutOfRange(renewal(good).setShare(ByteString.copyFrom(new byte[95])));
    assertOutOfRange(renewal(good).setGroup(ByteString.copyFrom(new byte[19])));
    assertOutOfRange(renewal(good).setAttester(ByteString.copyFrom(new byte[31])));
    Renewal others = Samples.renewals().getLast();
    assertRefused(of(others.with(share)));
  }

  @Test
  void aRenewalReportsOnAsManyAttesteesAsItNamesPlaces() {
    GroupProto.Renewal.Builder wire = renewal(Samples.renewals().getLast());
    GroupProto.Entry report = EntryCodec.toWire(LinkInfo.ofRoundTrip(1));
    assertOutOfRange(wire.clone().setChanged(0));
    assertOutOfRange(wire.clone().setChanged(-1));
    assertOutOfRange(wire.clone().clearReports());
    assertOutOfRange(wire.clone().addReports(report));
    for (int i = 0; i < GroupSettings.HARD_MAX_MEMBERS; i++) {
      wire.addReports(report);
    }
    assertOutOfRange(wire.clone().setChanged(-1));
  }

  @Test
  void aRenewalChangesAsManyEntriesAsThereMayBe() {
    List<LinkInfo> infos = Collections.nCopies(64, LinkInfo.ofRoundTrip(1));
    assertAccepted(of(Samples.changing(Samples.renewals().getLast(), new Changes(-1, infos))));
  }

  @Test
  void aRenewalsReportsNameNobodyAndKeepTheBounds() {
    GroupProto.Renewal.Builder wire = renewal(Samples.renewals().getLast());
    GroupProto.Entry.Builder report = wire.getReports(0).toBuilder();
    ByteString someone = WireBytes.wire(Samples.ids(0, 1).getFirst().bytes());
    assertOutOfRange(wire.clone().setReports(0, report.clone().setAttestee(someone)));
    assertOutOfRange(wire.clone().setReports(0, report.clone().setRoundTripMicros(-1)));
    assertOutOfRange(
        wire.clone()
            .setReports(0, report.clone().setApplicationData(ByteString.copyFrom(new byte[257]))));
  }

  @Test
  void longBatchesOfRenewalsAreSplit() {
    List<Renewal> all = new ArrayList<>(Collections.nCopies(1_000, Samples.renewals().getFirst()));
    List<Renewal> read = new ArrayList<>();
    for (Bytes message : GroupMessageCodec.encodeRenewals(all)) {
      assertThat(message.length()).isLessThanOrEqualTo(GroupMessageCodec.MAX_MESSAGE_BYTES);
      if (GroupMessageCodec.decode(message)
          instanceof Decoded.Accepted<GroupMessage>(GroupMessage.Advertisements some)) {
        read.addAll(some.renewals());
      }
    }
    assertThat(read).isEqualTo(all);
  }

  @Test
  void theTwoLongestStatementsFitIntoOneProof() {
    LinkStateAdvertisement largest = Samples.largest();
    SignedAdvertisement one = AdvertisementCodec.sign(largest, TestIdentities.of(0));
    SignedAdvertisement other =
        AdvertisementCodec.sign(
            Advertiser.ending(largest, largest.expiryMillis() - 1), TestIdentities.of(0));
    assertAccepted(new GroupMessage.EquivocationProof(Equivocation.of(one, other)));
  }

  @Test
  void twoStatementsThatDoNotContradictEachOtherProveNothing() {
    LinkStateAdvertisement content = Samples.ordinary(1);
    SignedAdvertisement one = AdvertisementCodec.sign(content, TestIdentities.of(0));
    SignedAdvertisement other = AdvertisementCodec.sign(Samples.ordinary(2), TestIdentities.of(0));
    Equivocation proof = Equivocation.of(one, other);
    assertProvesNothing(one, one);
    assertProvesNothing(/* first= */ proof.second(), /* second= */ proof.first());
    assertProvesNothing(
        one,
        AdvertisementCodec.sign(
            Advertiser.numbered(content, content.sequence() + 1), TestIdentities.of(0)));
    assertProvesNothing(one, AdvertisementCodec.sign(by(1, Samples.GROUP), TestIdentities.of(1)));
    GroupId elsewhere = new GroupId(Bytes.fromHex("08".repeat(GroupId.LENGTH)));
    assertProvesNothing(one, AdvertisementCodec.sign(by(0, elsewhere), TestIdentities.of(0)));
  }

  @Test
  void anAdvertisementMayNotHaveTheLastSequence() {
    Bytes last =
        WireBytes.encoded(
            GroupProto.LinkState.newBuilder()
                .setGroup(GROUP)
                .setEd25519Key(WireBytes.wire(TestIdentities.of(0).publicIdentity().ed25519()))
                .setBlsKey(WireBytes.wire(TestIdentities.of(0).publicIdentity().bls()))
                .setSequence(Long.MAX_VALUE)
                .build());
    assertThat(AdvertisementCodec.decode(last))
        .isEqualTo(new Decoded.Refused<>(Refusal.OUT_OF_RANGE));
  }

  @Test
  void aSummaryIsSmall() {
    assertThat(GroupMessageCodec.encode(Samples.summary(0xff)).length()).isLessThanOrEqualTo(42);
  }

  private static GroupMessage of(Renewal renewal) {
    return new GroupMessage.Advertisements(List.of(), List.of(renewal));
  }

  private static GroupProto.Renewal.Builder renewal(Renewal renewal) {
    return RenewalCodec.toWire(renewal).toBuilder();
  }

  private static void assertOutOfRange(GroupProto.Renewal.Builder renewal) {
    assertOutOfRange(
        message().setAdvertisements(GroupProto.Advertisements.newBuilder().addRenewals(renewal)));
  }

  /** What identity {@code attester} says of nobody, under the number of the samples. */
  private static LinkStateAdvertisement by(int attester, GroupId group) {
    return new LinkStateAdvertisement(
        group,
        TestIdentities.of(attester).publicIdentity(),
        Samples.ordinary(1).sequence(),
        Samples.ordinary(1).expiryMillis(),
        "",
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  private static void assertProvesNothing(SignedAdvertisement first, SignedAdvertisement second) {
    Bytes encoded =
        WireBytes.encoded(
            message()
                .setEquivocation(
                    GroupProto.Equivocation.newBuilder()
                        .setFirst(toWire(first))
                        .setSecond(toWire(second)))
                .build());
    assertThat(refusal(encoded)).isEqualTo(Refusal.PROVES_NOTHING);
  }

  private static GroupProto.SignedAdvertisement toWire(SignedAdvertisement signed) {
    return GroupProto.SignedAdvertisement.newBuilder()
        .setContent(WireBytes.wire(signed.encoded()))
        .setSignature(WireBytes.wire(signed.signature().value()))
        .build();
  }

  private static GroupMessage digest(List<NodeId> attesters, long sequence) {
    return new GroupMessage.Digest(
        Samples.GROUP, attesters.stream().map(id -> Samples.version(id, sequence)).toList(), false);
  }

  private static GroupProto.GroupMessage.Builder message() {
    return GroupProto.GroupMessage.newBuilder();
  }

  private static void assertAccepted(GroupMessage message) {
    assertThat(GroupMessageCodec.decode(GroupMessageCodec.encode(message)))
        .isEqualTo(new Decoded.Accepted<>(message));
  }

  private static void assertRefused(GroupMessage message) {
    assertThat(refusal(GroupMessageCodec.encode(message))).isEqualTo(Refusal.OUT_OF_RANGE);
  }

  private static void assertOutOfRange(GroupProto.GroupMessage.Builder message) {
    assertThat(refusal(WireBytes.encoded(message.build()))).isEqualTo(Refusal.OUT_OF_RANGE);
  }

  private static Refusal refusal(Bytes encoded) {
    return switch (GroupMessageCodec.decode(encoded)) {
      case Decoded.Refused<GroupMessage> refused -> refused.reason();
      case Decoded.Accepted<GroupMessage> accepted ->
          throw new AssertionError("accepted " + accepted.value());
    };
  }
}
