package org.lagroups.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.testing.Altered;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;

/** Whatever bytes come: no exception, and what is accepted has just this one encoding. */
class GroupDecoderFuzzTest {

  private static final List<SignedAdvertisement> BASES =
      Stream.of(Samples.ordinary(0), Samples.ordinary(19), Samples.largest())
          .map(content -> AdvertisementCodec.sign(content, TestIdentities.of(0)))
          .toList();

  @MethodSource("messageSamples")
  @FuzzTest(maxDuration = "30s")
  void messages(byte[] input) {
    checkMessage(Bytes.copyOf(input));
  }

  @MethodSource("advertisementSamples")
  @FuzzTest(maxDuration = "30s")
  void advertisements(byte[] input) {
    checkAdvertisement(Bytes.copyOf(input));
  }

  /** Damaged messages, in every run: a few bytes changed, cut out or doubled. */
  @Test
  void damagedMessagesAreNeverMisread() {
    Seeds.forEach(
        2_000,
        2_000_000,
        seed -> {
          RandomGenerator random = new SplittableRandom(seed);
          for (GroupMessage message : Samples.messages()) {
            checkMessage(damaged(GroupMessageCodec.encode(message), random));
          }
          checkAdvertisement(damaged(AdvertisementCodec.encode(Samples.random(seed)), random));
        });
  }

  static List<byte[]> messageSamples() {
    return Samples.messages().stream()
        .map(message -> GroupMessageCodec.encode(message).toArray())
        .toList();
  }

  static List<byte[]> advertisementSamples() {
    return LongStream.range(0, 8)
        .mapToObj(seed -> AdvertisementCodec.encode(Samples.random(seed)).toArray())
        .toList();
  }

  private static void checkMessage(Bytes encoded) {
    if (GroupMessageCodec.decode(encoded)
        instanceof Decoded.Accepted<GroupMessage>(GroupMessage message)) {
      assertThat(GroupMessageCodec.encode(message)).isEqualTo(encoded);
      if (message instanceof GroupMessage.Advertisements all) {
        all.renewals().forEach(GroupDecoderFuzzTest::checkRenewal);
      }
    }
  }

  /** Whatever it says of whatever was there before, the outcome keeps all bounds. */
  private static void checkRenewal(Renewal renewal) {
    for (SignedAdvertisement before : BASES) {
      if (Samples.renewing(renewal, before).appliedTo(before)
          instanceof Decoded.Accepted<SignedAdvertisement>(SignedAdvertisement next)) {
        assertThat(AdvertisementCodec.decode(next.encoded()))
            .isEqualTo(new Decoded.Accepted<>(next.content()));
      }
    }
  }

  private static void checkAdvertisement(Bytes encoded) {
    if (AdvertisementCodec.decode(encoded)
        instanceof Decoded.Accepted<LinkStateAdvertisement>(LinkStateAdvertisement content)) {
      assertThat(AdvertisementCodec.encode(content)).isEqualTo(encoded);
      assertThat(AdvertisementCodec.bodyHash(encoded))
          .isEqualTo(AdvertisementCodec.bodyHash(AdvertisementCodec.encode(renewed(content))));
    }
  }

  /** The same again with another sequence and expiry: both are numbers of one length up to ten. */
  private static LinkStateAdvertisement renewed(LinkStateAdvertisement content) {
    return Altered.of(content)
        .sequence(content.sequence() == 1 ? 300 : 1)
        .expiry(content.expiryMillis() == 0 ? Long.MAX_VALUE : 0)
        .content();
  }

  private static Bytes damaged(Bytes whole, RandomGenerator random) {
    byte[] bytes = whole.toArray();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> System.arraycopy(bytes, at, bytes, 0, bytes.length - at);
        default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return Bytes.copyOf(bytes, 0, random.nextInt(bytes.length + 1));
  }
}
