package org.lagroups.core.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.attestation.Withdrawal;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.wire.GroupMessage.Version;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/** Messages and advertisements to encode. */
final class Samples {

  static final GroupId GROUP = new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH)));

  private Samples() {}

  /** An advertisement of identity 0 with so many attestees, as in an ordinary group. */
  static LinkStateAdvertisement ordinary(int attestees) {
    return new LinkStateAdvertisement(
        GROUP,
        TestIdentities.of(0).publicIdentity(),
        1_767_225_600_000L,
        1_767_225_660_000L,
        "laptop",
        List.of(new NodeAddress("192.0.2.17", 4100)),
        ids(0, attestees).stream().map(id -> new Entry(id, LinkInfo.ofRoundTrip(25_000))).toList(),
        List.of(),
        false);
  }

  /** An advertisement in which everything is as long as it may be. */
  static LinkStateAdvertisement largest() {
    LinkInfo info =
        new LinkInfo(
            OptionalLong.of(Long.MAX_VALUE),
            OptionalLong.of(Long.MAX_VALUE),
            OptionalLong.of(Long.MAX_VALUE),
            OptionalLong.of(Long.MAX_VALUE),
            OptionalDouble.of(Double.MAX_VALUE),
            Bytes.wrapOwned(new byte[LinkInfo.MAX_APPLICATION_BYTES]));
    String detail = "x".repeat(LinkStateAdvertisement.MAX_DETAIL_BYTES / 64);
    Reason reason = new Reason(ReasonCode.OPERATOR, detail);
    return new LinkStateAdvertisement(
        GROUP,
        TestIdentities.of(0).publicIdentity(),
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE,
        "x".repeat(LinkStateAdvertisement.MAX_NAME_BYTES),
        IntStream.range(0, LinkStateAdvertisement.MAX_ADDRESSES)
            .mapToObj(i -> new NodeAddress("h".repeat(253), 65_535))
            .toList(),
        ids(0, 64).stream().map(id -> new Entry(id, info)).toList(),
        ids(64, 64).stream().map(id -> new Withdrawal(id, reason)).toList(),
        false);
  }

  /** An advertisement that a seed decides. */
  static LinkStateAdvertisement random(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    Map<NodeId, LinkInfo> attestees = new TreeMap<>();
    for (int i = random.nextInt(65); i > 0; i--) {
      attestees.put(id(random), info(random));
    }
    Map<NodeId, Reason> withdrawn = new TreeMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      withdrawn.put(
          id(random),
          new Reason(ReasonCode.ofCode(random.nextInt(9)).orElseThrow(), text(random, 40)));
    }
    boolean leaving = random.nextInt(10) == 0;
    return new LinkStateAdvertisement(
        GROUP,
        TestIdentities.of(random.nextInt(3)).publicIdentity(),
        random.nextLong(1, Long.MAX_VALUE),
        random.nextLong(),
        text(random, 12),
        IntStream.range(0, random.nextInt(9))
            .mapToObj(i -> new NodeAddress("host-" + i, 1 + random.nextInt(65_535)))
            .toList(),
        leaving
            ? List.of()
            : attestees.entrySet().stream().map(e -> new Entry(e.getKey(), e.getValue())).toList(),
        withdrawn.entrySet().stream().map(e -> new Withdrawal(e.getKey(), e.getValue())).toList(),
        leaving);
  }

  /** One message of each kind. */
  static List<GroupMessage> messages() {
    List<SignedAdvertisement> signed =
        List.of(
            AdvertisementCodec.sign(ordinary(3), TestIdentities.of(0)),
            AdvertisementCodec.sign(ordinary(0), TestIdentities.of(0)));
    return List.of(
        new GroupMessage.Advertisements(signed),
        new GroupMessage.Advertisements(List.of(), renewals()),
        new GroupMessage.Advertisements(signed, renewals()),
        summary(0x12),
        summary(0),
        new GroupMessage.Digest(
            GROUP, ids(0, 3).stream().map(id -> version(id, 17)).toList(), false),
        new GroupMessage.Digest(GROUP, List.of(Version.proven(ids(0, 1).getFirst())), false),
        new GroupMessage.EquivocationProof(Equivocation.of(signed.getFirst(), signed.getLast())),
        new GroupMessage.Digest(GROUP, List.of(), true),
        new GroupMessage.Want(GROUP, ids(0, 2)),
        new GroupMessage.JoinAsk(GROUP, Bytes.fromHex("c0ffee")),
        new GroupMessage.JoinAsk(GROUP, Bytes.EMPTY),
        new GroupMessage.NotMember(GROUP),
        new GroupMessage.Share(
            GROUP,
            1_767_225_660_000L,
            Bytes.fromHex("5a".repeat(96)),
            Bytes.fromHex("a5".repeat(96))),
        new GroupMessage.Share(
            GROUP, 1_767_225_660_000L, Bytes.fromHex("5a".repeat(96)), Bytes.EMPTY));
  }

  /** The sender's own, with a share, and one of somebody else with another measurement. */
  static List<Renewal> renewals() {
    SignedAdvertisement before = AdvertisementCodec.sign(ordinary(3), TestIdentities.of(0));
    LinkStateAdvertisement next = Advertiser.numbered(ordinary(3), 1_767_225_619_000L);
    Renewal own =
        Renewal.between(before, AdvertisementCodec.sign(next, TestIdentities.of(0))).orElseThrow();
    Renewal other =
        new Renewal(
            GROUP,
            Optional.of(ids(9, 1).getFirst()),
            0,
            17,
            1_767_225_660_000L,
            new Changes(0b100_0010, List.of(LinkInfo.ofRoundTrip(99), LinkInfo.NONE)),
            own.signature(),
            Bytes.EMPTY);
    NodeId sender = TestIdentities.of(0).nodeId();
    return List.of(own.from(sender).with(Bytes.fromHex("5a".repeat(96))), other);
  }

  /** The same with other changes. */
  static Renewal changing(Renewal renewal, Changes changes) {
    return new Renewal(
        renewal.group(),
        renewal.attester(),
        renewal.base(),
        renewal.sequence(),
        renewal.expiryMillis(),
        changes,
        renewal.signature(),
        renewal.share());
  }

  /** The same as a renewal of this one, whoever has signed it. */
  static Renewal renewing(Renewal renewal, SignedAdvertisement before) {
    return new Renewal(
        renewal.group(),
        renewal.attester(),
        AdvertisementCodec.bodyHash(before.encoded()),
        renewal.sequence(),
        renewal.expiryMillis(),
        renewal.changes(),
        renewal.signature(),
        renewal.share());
  }

  /** A summary whose hash is this byte over and over. */
  static GroupMessage.Summary summary(int hash) {
    return new GroupMessage.Summary(
        GROUP, Bytes.fromHex("%02x".formatted(hash).repeat(GroupMessage.Summary.HASH_BYTES)));
  }

  /** A version with some fingerprint. */
  static Version version(NodeId attester, long sequence) {
    return new Version(attester, sequence, Bytes.fromHex("f1".repeat(16)));
  }

  /** So many IDs in order. */
  static List<NodeId> ids(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> new NodeId(Bytes.fromHex("%064x".formatted(i + 1))))
        .toList();
  }

  private static LinkInfo info(RandomGenerator random) {
    return new LinkInfo(
        some(random),
        some(random),
        some(random),
        some(random),
        random.nextBoolean()
            ? OptionalDouble.of(random.nextDouble(0.1, 9))
            : OptionalDouble.empty(),
        bytes(random, random.nextInt(20)));
  }

  private static OptionalLong some(RandomGenerator random) {
    return random.nextBoolean()
        ? OptionalLong.of(random.nextLong(1L << random.nextInt(1, 63)))
        : OptionalLong.empty();
  }

  private static NodeId id(RandomGenerator random) {
    return new NodeId(bytes(random, NodeId.LENGTH));
  }

  private static Bytes bytes(RandomGenerator random, int length) {
    byte[] value = new byte[length];
    random.nextBytes(value);
    return Bytes.wrapOwned(value);
  }

  private static String text(RandomGenerator random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.appendCodePoint(random.nextInt(4) == 0 ? 0x1F600 + random.nextInt(50) : 'a');
    }
    return text.toString();
  }
}
