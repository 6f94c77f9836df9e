package org.lagroups.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.wire.proto.GroupProto.Entry;
import org.lagroups.core.wire.proto.GroupProto.LinkState;
import org.lagroups.core.wire.proto.GroupProto.Withdrawal;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;

class AdvertisementCodecTest {

  @Test
  void readsWhatItWrites() {
    Seeds.forEach(
        300,
        100_000,
        seed -> {
          LinkStateAdvertisement content = Samples.random(seed);
          assertThat(AdvertisementCodec.decode(AdvertisementCodec.encode(content)))
              .isEqualTo(new Decoded.Accepted<>(content));
        });
  }

  @Test
  void theLargestFits() {
    Bytes encoded = AdvertisementCodec.encode(Samples.largest());
    assertThat(encoded.length()).isLessThan(AdvertisementCodec.MAX_ADVERTISEMENT_BYTES);
    assertThat(AdvertisementCodec.decode(encoded))
        .isEqualTo(new Decoded.Accepted<>(Samples.largest()));
  }

  @Test
  void anOrdinaryOneOfTwentyMembersIsAboutAKilobyte() {
    assertThat(AdvertisementCodec.encode(Samples.ordinary(19)).length()).isLessThan(1_000);
  }

  @Test
  void noTruncationPassesForWhatWasSigned() {
    SignedAdvertisement signed = AdvertisementCodec.sign(Samples.ordinary(3), TestIdentities.of(0));
    for (int length = 0; length < signed.encoded().length(); length++) {
      Bytes cut = signed.encoded().slice(0, length);
      if (AdvertisementCodec.decode(cut)
          instanceof Decoded.Accepted<LinkStateAdvertisement>(LinkStateAdvertisement content)) {
        assertThat(
                AdvertisementCodec.isSigned(
                    new SignedAdvertisement(content, cut, signed.signature()),
                    SignatureVerifier.DIRECT))
            .as("cut to %d", length)
            .isFalse();
      }
    }
  }

  @Test
  void anythingBehindTheEndIsRefused() {
    LinkStateAdvertisement content = Samples.ordinary(3);
    UnknownFieldSet unknown =
        UnknownFieldSet.newBuilder()
            .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();
    LinkState extended = wire(content).setUnknownFields(unknown).build();
    assertThat(refusal(extended.toByteString())).isEqualTo(Refusal.NOT_CANONICAL);
    ByteString twice =
        wire(content)
            .build()
            .toByteString()
            .concat(wire(content).clearEntries().build().toByteString());
    assertThat(refusal(twice)).isEqualTo(Refusal.NOT_CANONICAL);
  }

  @Test
  void fieldsInAnotherOrderAreRefused() {
    LinkState whole = wire(Samples.ordinary(0)).build();
    ByteString group = LinkState.newBuilder().setGroup(whole.getGroup()).build().toByteString();
    ByteString rest = whole.toBuilder().clearGroup().build().toByteString();
    assertThat(refusal(rest.concat(group))).isEqualTo(Refusal.NOT_CANONICAL);
  }

  @Test
  void overlongNumbersAreRefused() {
    // Field 10 (leaving) as a varint of two bytes with the value 1.
    ByteString overlong =
        wire(Samples.ordinary(0))
            .build()
            .toByteString()
            .concat(ByteString.copyFrom(new byte[] {0x50, (byte) 0x81, 0x00}));
    assertThat(refusal(overlong)).isEqualTo(Refusal.NOT_CANONICAL);
  }

  @Test
  void selfAttestationsAreRefused() {
    ByteString self = WireBytes.wire(TestIdentities.of(0).nodeId().bytes());
    assertThat(refusalWith(wire -> wire.addEntries(Entry.newBuilder().setAttestee(self))))
        .isEqualTo(Refusal.SELF_ATTESTATION);
    assertThat(refusalWith(wire -> wire.addWithdrawals(Withdrawal.newBuilder().setAttestee(self))))
        .isEqualTo(Refusal.SELF_ATTESTATION);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    ByteString shortId = ByteString.copyFrom(new byte[31]);
    ByteString id = WireBytes.wire(Samples.ids(50, 1).getFirst().bytes());
    assertOutOfRange(wire -> wire.setGroup(shortId));
    assertOutOfRange(wire -> wire.setEd25519Key(shortId));
    assertOutOfRange(wire -> wire.setBlsKey(shortId));
    assertOutOfRange(wire -> wire.setSequence(0));
    assertOutOfRange(wire -> wire.setSequence(-1));
    assertOutOfRange(wire -> wire.setName("x".repeat(65)));
    assertOutOfRange(wire -> wire.addAddressesBuilder().setHost("no host").setPort(1));
    assertOutOfRange(wire -> wire.addAddressesBuilder().setHost("host").setPort(0));
    assertOutOfRange(wire -> wire.addEntriesBuilder().setAttestee(shortId));
    assertOutOfRange(wire -> wire.addEntriesBuilder().setAttestee(id).setRoundTripMicros(-1));
    assertOutOfRange(wire -> wire.addEntriesBuilder().setAttestee(id).setCost(-1));
    assertOutOfRange(wire ->
        wire.addEntriesBuilder()
            .setAttestee(id)
            .setApplicationData(ByteString.copyFrom(new byte[257])));
    assertOutOfRange(wire -> wire.addWithdrawalsBuilder().setAttestee(id).setReason(9));
    assertOutOfRange(
        wire -> wire.addWithdrawalsBuilder().setAttestee(id).setDetail("x".repeat(201)));
    assertOutOfRange(
        wire -> wire.addEntriesBuilder().setAttestee(wire.getEntries(0).getAttestee()));
    assertOutOfRange(wire -> wire.setLeaving(true));
  }

  @Test
  void tooManyOfAnythingAreRefused() {
    ByteString id = WireBytes.wire(Samples.ids(0, 1).getFirst().bytes());
    assertOutOfRange(wire -> {
      for (int i = 0; i < 65; i++) {
        wire.addEntriesBuilder().setAttestee(id);
      }
    });
    assertOutOfRange(wire -> {
      for (int i = 0; i < 65; i++) {
        wire.addWithdrawalsBuilder().setAttestee(id);
      }
    });
    assertOutOfRange(wire -> {
      for (int i = 0; i < 9; i++) {
        wire.addAddressesBuilder().setHost("host").setPort(1);
      }
    });
  }

  @Test
  void longerThanTheBoundIsRefusedUnread() {
    Bytes tooLong = Bytes.wrapOwned(new byte[AdvertisementCodec.MAX_ADVERTISEMENT_BYTES + 1]);
    assertThat(AdvertisementCodec.decode(tooLong))
        .isEqualTo(new Decoded.Refused<>(Refusal.TOO_LONG));
  }

  @Test
  void theSignatureCoversExactlyTheBytes() {
    SignedAdvertisement signed = AdvertisementCodec.sign(Samples.ordinary(2), TestIdentities.of(0));
    assertThat(AdvertisementCodec.isSigned(signed, SignatureVerifier.DIRECT)).isTrue();
    Bytes other = AdvertisementCodec.encode(Samples.ordinary(3));
    assertThat(
            AdvertisementCodec.isSigned(
                new SignedAdvertisement(signed.content(), other, signed.signature()),
                SignatureVerifier.DIRECT))
        .isFalse();
    assertThat(
            AdvertisementCodec.isSigned(
                AdvertisementCodec.sign(Samples.ordinary(2), TestIdentities.of(1)),
                SignatureVerifier.DIRECT))
        .isFalse();
  }

  private static void assertOutOfRange(Consumer<LinkState.Builder> change) {
    assertThat(refusalWith(change)).isEqualTo(Refusal.OUT_OF_RANGE);
  }

  private static Refusal refusalWith(Consumer<LinkState.Builder> change) {
    LinkState.Builder wire = wire(Samples.ordinary(2));
    change.accept(wire);
    return refusal(wire.build().toByteString());
  }

  private static Refusal refusal(ByteString encoded) {
    return switch (AdvertisementCodec.decode(WireBytes.bytes(encoded))) {
      case Decoded.Refused<LinkStateAdvertisement> refused -> refused.reason();
      case Decoded.Accepted<LinkStateAdvertisement> accepted ->
          throw new AssertionError("accepted " + accepted.value());
    };
  }

  private static LinkState.Builder wire(LinkStateAdvertisement content) {
    try {
      return LinkState.parseFrom(AdvertisementCodec.encode(content).toArray()).toBuilder();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
