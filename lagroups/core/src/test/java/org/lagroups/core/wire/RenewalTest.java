package org.lagroups.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.attestation.Withdrawal;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.Altered;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.wire.proto.GroupProto;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.seed.Seeds;

/** What a renewal gives, together with what was there before. */
class RenewalTest {

  private static final Identity ATTESTER = TestIdentities.of(0);
  private static final long LATER_MILLIS = 20_000;

  private static final Decoded<SignedAdvertisement> UNKNOWN_BASE =
      new Decoded.Refused<>(Refusal.UNKNOWN_BASE);

  private final SignedAdvertisement before = sign(Samples.ordinary(19));

  @Test
  void givesTheVeryBytesThatWereSigned() {
    SignedAdvertisement next = sign(later(before.content()));
    Renewal renewal = Renewal.between(before, next).orElseThrow();
    assertThat(renewal.changes()).isEqualTo(Changes.NONE);
    assertThat(renewal.appliedTo(before)).isEqualTo(new Decoded.Accepted<>(next));
    assertThat(AdvertisementCodec.isSigned(next, SignatureVerifier.DIRECT)).isTrue();
  }

  @Test
  void namesItsBaseByAllThatThatSaysButSequenceAndExpiry() throws Exception {
    for (long number : new long[] {1, 127, 128, Long.MAX_VALUE - 1}) {
      LinkStateAdvertisement content =
          Advertiser.ending(Advertiser.numbered(before.content(), number), number);
      Bytes encoded = AdvertisementCodec.encode(content);
      byte[] body =
          GroupProto.LinkState.parseFrom(encoded.toArray()).toBuilder()
              .clearSequence()
              .clearExpiryMillis()
              .build()
              .toByteArray();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      assertThat(AdvertisementCodec.bodyHash(encoded)).isEqualTo(ByteBuffer.wrap(hash).getLong());
    }
  }

  @Test
  void givesTheVeryBytesOfEverySequenceAndExpiry() {
    long[] numbers = {1, 127, 128, Long.MAX_VALUE - 1};
    for (long from : numbers) {
      for (long to : numbers) {
        SignedAdvertisement base = sign(numbered(from, to));
        for (long sequence : numbers) {
          SignedAdvertisement next = sign(numbered(sequence, from));
          assertThat(Renewal.between(base, next).orElseThrow().appliedTo(base))
              .isEqualTo(new Decoded.Accepted<>(next));
        }
      }
    }
  }

  private LinkStateAdvertisement numbered(long sequence, long expiryMillis) {
    return Advertiser.ending(Advertiser.numbered(before.content(), sequence), expiryMillis);
  }

  @Test
  void carriesOtherMeasurements() {
    List<Entry> entries = new ArrayList<>(before.content().entries());
    entries.set(4, new Entry(entries.get(4).attestee(), LinkInfo.ofRoundTrip(1)));
    entries.set(7, new Entry(entries.get(7).attestee(), LinkInfo.NONE));
    SignedAdvertisement next = sign(withEntries(later(before.content()), entries));
    Renewal renewal = Renewal.between(before, next).orElseThrow();
    assertThat(renewal.changes())
        .isEqualTo(new Changes(1 << 4 | 1 << 7, List.of(LinkInfo.ofRoundTrip(1), LinkInfo.NONE)));
    assertThat(renewal.appliedTo(before)).isEqualTo(new Decoded.Accepted<>(next));
  }

  @Test
  void carriesOtherMeasurementsOfTheLastOfTheMostAttestees() {
    SignedAdvertisement most = sign(Samples.ordinary(GroupSettings.HARD_MAX_MEMBERS));
    List<Entry> entries = new ArrayList<>(most.content().entries());
    entries.set(63, new Entry(entries.get(63).attestee(), LinkInfo.ofRoundTrip(1)));
    SignedAdvertisement next = sign(withEntries(later(most.content()), entries));
    Renewal renewal = Renewal.between(most, next).orElseThrow();
    assertThat(renewal.appliedTo(most)).isEqualTo(new Decoded.Accepted<>(next));
  }

  @Test
  void anotherMeasurementTakesAFewBytes() {
    List<Entry> entries =
        before.content().entries().stream()
            .map(entry -> new Entry(entry.attestee(), LinkInfo.ofRoundTrip(9_000)))
            .toList();
    Renewal all =
        Renewal.between(before, sign(withEntries(later(before.content()), entries))).orElseThrow();
    Renewal none = Samples.changing(all, Changes.NONE);
    assertThat(lengthOf(all) - lengthOf(none)).isLessThanOrEqualTo(19 * 5 + 6);
  }

  @Test
  void isAnEighthAsLong() {
    Renewal renewal = Renewal.between(before, sign(later(before.content()))).orElseThrow();
    int length = lengthOf(renewal);
    int whole = GroupMessageCodec.encodeAll(List.of(before)).getFirst().length();
    assertThat(length).isLessThanOrEqualTo(120).isLessThan(whole / 8);
  }

  @Test
  void isThereOnlyIfNothingElseIsSaid() {
    LinkStateAdvertisement next = later(before.content());
    List<Entry> fewer = next.entries().subList(1, 19);
    assertThat(Renewal.between(before, sign(withEntries(next, fewer)))).isEmpty();
    assertThat(Renewal.between(before, sign(otherAttestee(next)))).isEmpty();
    Altered renamed = Altered.of(next).name("other");
    assertThat(Renewal.between(before, sign(renamed.content()))).isEmpty();
    Altered moved = Altered.of(next).addresses(new NodeAddress("192.0.2.18", 4100));
    assertThat(Renewal.between(before, sign(moved.content()))).isEmpty();
    assertThat(Renewal.between(before, sign(withdrawing(next)))).isEmpty();
    assertThat(Renewal.between(before, sign(Altered.of(next).leaving()))).isEmpty();
  }

  @Test
  void givesNothingWithAnotherBase() {
    Renewal renewal = Renewal.between(before, sign(later(before.content()))).orElseThrow();
    assertThat(renewal.appliedTo(sign(Samples.ordinary(18)))).isEqualTo(UNKNOWN_BASE);
    assertThat(renewal.appliedTo(sign(withdrawing(before.content())))).isEqualTo(UNKNOWN_BASE);
  }

  @Test
  void sameWordsUnderAnotherSequenceAreAsGoodABase() {
    SignedAdvertisement next = sign(later(before.content()));
    SignedAdvertisement afterNext = sign(later(next.content()));
    Renewal renewal = Renewal.between(before, afterNext).orElseThrow();
    assertThat(renewal.appliedTo(next)).isEqualTo(new Decoded.Accepted<>(afterNext));
  }

  @Test
  void cannotSpeakOfSomebodyNew() {
    Renewal renewal = Renewal.between(before, sign(later(before.content()))).orElseThrow();
    for (int place : new int[] {19, 20, 63}) {
      Changes beyond = new Changes(1L << place, List.of(LinkInfo.NONE));
      assertThat(Samples.changing(renewal, beyond).appliedTo(before))
          .isEqualTo(new Decoded.Refused<>(Refusal.OUT_OF_RANGE));
    }
  }

  /** Any two advertisements: either there is no renewal, or it gives the second of the first. */
  @Test
  void nothingIsLostBetweenAnyTwo() {
    Seeds.forEach(
        500,
        50_000,
        seed -> {
          LinkStateAdvertisement content = Samples.random(seed);
          Identity attester =
              IntStream.range(0, 3)
                  .mapToObj(TestIdentities::of)
                  .filter(one -> one.nodeId().equals(content.attesterId()))
                  .findFirst()
                  .orElseThrow();
          SignedAdvertisement first = AdvertisementCodec.sign(content, attester);
          SignedAdvertisement second = AdvertisementCodec.sign(remeasured(content, seed), attester);
          Optional<Renewal> renewal = Renewal.between(first, second);
          assertThat(renewal.isPresent()).isEqualTo(!content.leaving());
          renewal.ifPresent(
              one -> assertThat(one.appliedTo(first)).isEqualTo(new Decoded.Accepted<>(second)));
        });
  }

  /** In a message of its attester. */
  private static int lengthOf(Renewal renewal) {
    return GroupMessageCodec.encodeRenewals(List.of(renewal.from(ATTESTER.nodeId())))
        .getFirst()
        .length();
  }

  private static LinkStateAdvertisement remeasured(LinkStateAdvertisement content, long seed) {
    UnaryOperator<Entry> change =
        entry ->
            (entry.attestee().hashCode() + seed) % 3 == 0
                ? new Entry(entry.attestee(), LinkInfo.ofRoundTrip(Math.abs(seed % 1_000)))
                : entry;
    return withEntries(content, content.entries().stream().map(change).toList());
  }

  private static SignedAdvertisement sign(LinkStateAdvertisement content) {
    return AdvertisementCodec.sign(content, ATTESTER);
  }

  private static LinkStateAdvertisement later(LinkStateAdvertisement content) {
    return Altered.of(content)
        .sequence(content.sequence() + LATER_MILLIS)
        .expiry(content.expiryMillis() + LATER_MILLIS)
        .content();
  }

  private static LinkStateAdvertisement withEntries(
      LinkStateAdvertisement content, List<Entry> entries) {
    return Altered.of(content).entries(entries).content();
  }

  private static LinkStateAdvertisement otherAttestee(LinkStateAdvertisement content) {
    List<Entry> entries = new ArrayList<>(content.entries());
    entries.set(18, new Entry(Samples.ids(40, 1).getFirst(), LinkInfo.NONE));
    return withEntries(content, entries);
  }

  private static LinkStateAdvertisement withdrawing(LinkStateAdvertisement content) {
    NodeId withdrawn = Samples.ids(60, 1).getFirst();
    return Altered.of(content)
        .withdrawals(new Withdrawal(withdrawn, Reason.of(ReasonCode.TOO_SLOW)))
        .content();
  }
}
