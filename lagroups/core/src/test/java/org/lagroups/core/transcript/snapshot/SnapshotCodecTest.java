package org.lagroups.core.transcript.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.wire.Decoded;
import org.lagroups.core.wire.Decoded.Accepted;
import org.lagroups.core.wire.Decoded.Refused;
import org.lagroups.core.wire.Refusal;
import org.lagroups.core.wire.SnapshotCodec;
import org.lagroups.core.wire.proto.TranscriptProto;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.seed.Seeds;

/** Snapshots as bytes. Nothing here is signed: that is for the verifier. */
final class SnapshotCodecTest {

  private static final GroupId GROUP = new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH)));
  private static final Bytes SIGNATURE = Bytes.wrapOwned(new byte[BlsSignature.LENGTH]);
  private static final Snapshot SAMPLE =
      Snapshot.of(GROUP, List.of(about(0, 1, 2), about(1, 0), about(2, 0, 1))).orElseThrow();

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void snapshots(byte[] input) {
    check(Bytes.copyOf(input));
  }

  @Test
  void readsWhatItWrites() {
    assertThat(SnapshotCodec.decode(SnapshotCodec.encode(SAMPLE)))
        .isEqualTo(new Accepted<>(SAMPLE));
  }

  @Test
  void theLargestGroupFits() {
    int[] all = IntStream.range(0, Snapshot.MAX_MEMBERS).toArray();
    Snapshot largest =
        Snapshot.of(GROUP, Arrays.stream(all).mapToObj(i -> about(i, all)).toList()).orElseThrow();
    assertThat(largest.attestations()).isEqualTo(64 * 64);
    Bytes encoded = SnapshotCodec.encode(largest);
    assertThat(encoded.length()).isBetween(20_000, SnapshotCodec.MAX_SNAPSHOT_BYTES);
    assertThat(SnapshotCodec.decode(encoded)).isEqualTo(new Accepted<>(largest));
  }

  @Test
  void moreSignersThanFitAreLeftOut() {
    int[] many = IntStream.range(1, 64).toArray();
    Transcript mostly = about(0, many);
    Snapshot snapshot =
        Snapshot.of(GROUP, List.of(mostly, about(1, 64), about(2, 65), about(3, 64, 5)))
            .orElseThrow();
    assertThat(snapshot.transcripts()).hasSize(3).doesNotContain(about(2, 65));
    assertThat(Snapshot.of(GROUP, List.of())).isEmpty();
  }

  @Test
  void hasEachMemberOnceAndInOrder() {
    List<Transcript> reversed = SAMPLE.transcripts().reversed();
    assertThatThrownBy(() -> new Snapshot(GROUP, reversed))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Snapshot(GROUP, Collections.nCopies(2, about(0, 1))))
        .isInstanceOf(IllegalArgumentException.class);
    GroupId other = new GroupId(Bytes.fromHex("08".repeat(GroupId.LENGTH)));
    assertThatThrownBy(() -> new Snapshot(other, SAMPLE.transcripts()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsNotCanonical() {
    TranscriptProto.Snapshot whole = wire();
    refused(whole.toBuilder().clearSigners(), Refusal.OUT_OF_RANGE);
    refused(whole.toBuilder().clearEndorsed(), Refusal.OUT_OF_RANGE);
    refused(whole.toBuilder().addSigners(whole.getSigners(0)), Refusal.OUT_OF_RANGE);
    refused(whole.toBuilder().addEndorsed(whole.getEndorsed(0)), Refusal.OUT_OF_RANGE);
    refused(whole.toBuilder().setGroup(ByteString.EMPTY), Refusal.OUT_OF_RANGE);
    TranscriptProto.Endorsed first = whole.getEndorsed(0);
    refused(with(whole, first.toBuilder().setSigners(0)), Refusal.OUT_OF_RANGE);
    refused(with(whole, first.toBuilder().setSigners(1L << 3)), Refusal.OUT_OF_RANGE);
    refused(with(whole, first.toBuilder().setSigners(-1)), Refusal.OUT_OF_RANGE);
    refused(with(whole, first.toBuilder().clearSignature()), Refusal.OUT_OF_RANGE);
    refused(with(whole, first.toBuilder().setExpiryMillis(-1)), Refusal.OUT_OF_RANGE);
    TranscriptProto.Snapshot.Builder unused = whole.toBuilder().clearEndorsed();
    refused(unused.addEndorsed(first.toBuilder().setSigners(1)), Refusal.NOT_CANONICAL);
    Bytes tooLong = Bytes.wrapOwned(new byte[SnapshotCodec.MAX_SNAPSHOT_BYTES + 1]);
    assertThat(SnapshotCodec.decode(tooLong)).isEqualTo(new Refused<>(Refusal.TOO_LONG));
  }

  /** What is cut off between two members may be a smaller snapshot, and nothing else. */
  @Test
  void neverMisreadsASnapshotThatIsCutShort() {
    Bytes whole = SnapshotCodec.encode(SAMPLE);
    int accepted = 0;
    for (int length = 0; length < whole.length(); length++) {
      Bytes cut = whole.slice(0, length);
      check(cut);
      accepted += SnapshotCodec.decode(cut) instanceof Accepted<Snapshot> ? 1 : 0;
    }
    assertThat(accepted).isLessThan(SAMPLE.transcripts().size());
  }

  /** Damaged snapshots, in every run: a few bytes changed. */
  @Test
  void neverMisreadsDamage() {
    Bytes whole = SnapshotCodec.encode(SAMPLE);
    Seeds.forEach(
        3_000,
        1_000_000,
        seed -> {
          RandomGenerator random = new SplittableRandom(seed);
          byte[] bytes = whole.toArray();
          for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
          }
          check(Bytes.wrapOwned(bytes));
        });
  }

  static List<byte[]> samples() {
    return List.of(SnapshotCodec.encode(SAMPLE).toArray());
  }

  private static void check(Bytes encoded) {
    Decoded<Snapshot> decoded = SnapshotCodec.decode(encoded);
    if (decoded instanceof Accepted<Snapshot>(Snapshot snapshot)) {
      assertThat(SnapshotCodec.encode(snapshot)).isEqualTo(encoded);
    }
  }

  private static TranscriptProto.Snapshot wire() {
    try {
      return TranscriptProto.Snapshot.parseFrom(SnapshotCodec.encode(SAMPLE).toArray());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("cannot read what it wrote", e);
    }
  }

  private static TranscriptProto.Snapshot.Builder with(
      TranscriptProto.Snapshot whole, TranscriptProto.Endorsed.Builder first) {
    return whole.toBuilder().setEndorsed(0, first);
  }

  private static void refused(TranscriptProto.Snapshot.Builder wire, Refusal reason) {
    assertThat(SnapshotCodec.decode(Bytes.wrapOwned(wire.build().toByteArray())))
        .isEqualTo(new Refused<>(reason));
  }

  private static Transcript about(int attestee, int... signers) {
    return new Transcript(
        new Endorsement(GROUP, identity(attestee).nodeId(), 1_800_000_000_000L),
        IntStream.of(signers)
            .mapToObj(SnapshotCodecTest::identity)
            .sorted(Comparator.comparing(PublicIdentity::nodeId))
            .map(one -> new Signer(one, SIGNATURE))
            .toList(),
        SIGNATURE);
  }

  /** Of keys that nobody has the secrets of. */
  private static PublicIdentity identity(int number) {
    byte[] keys = new byte[PublicIdentity.ED25519_LENGTH + PublicIdentity.BLS_LENGTH];
    new SplittableRandom(number).nextBytes(keys);
    return new PublicIdentity(
        Bytes.copyOf(keys, 0, PublicIdentity.ED25519_LENGTH),
        Bytes.copyOf(keys, PublicIdentity.ED25519_LENGTH, PublicIdentity.BLS_LENGTH));
  }
}
