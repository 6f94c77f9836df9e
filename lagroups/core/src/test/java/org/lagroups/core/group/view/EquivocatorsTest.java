package org.lagroups.core.group.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.group.StoredEquivocation;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

class EquivocatorsTest {

  private static final Signature UNCHECKED = new Signature(Bytes.fromHex("00".repeat(64)));
  private static final int MOST = Equivocators.MAX_PROOFS;

  private final Equivocators equivocators = new Equivocators();

  @Test
  void keepsAsManyProofsAsAGroupHasMembers() {
    IntStream.range(0, MOST + 3).forEach(i -> equivocators.add(proof(i, false, 0)));
    assertThat(equivocators.proofs()).hasSize(MOST);
    assertThat(IntStream.range(0, 3)).noneMatch(this::isKept);
    assertThat(IntStream.range(3, MOST + 3)).allMatch(this::isKept);
  }

  @Test
  void forgetsStrangersBeforeThoseItAttestedTo() {
    equivocators.add(proof(0, true, 0));
    IntStream.range(1, 2 * MOST).forEach(i -> equivocators.add(proof(i, false, 0)));
    assertThat(isKept(0)).isTrue();
    assertThat(isKept(2 * MOST - 1)).isTrue();
    assertThat(isKept(1)).isFalse();
  }

  @Test
  void forgetsTheOldestIfItAttestedToAll() {
    IntStream.range(0, MOST).forEach(i -> equivocators.add(proof(i, true, 0)));
    equivocators.add(proof(MOST, false, 0));
    assertThat(isKept(0)).isFalse();
    assertThat(isKept(MOST)).isTrue();
  }

  @Test
  void keepsNoMoreBytesThanItsBound() {
    int most = Equivocators.MAX_BYTES / proof(0, false, 60).equivocation().lengthBytes();
    assertThat(most).isLessThan(MOST);
    IntStream.range(0, MOST).forEach(i -> equivocators.add(proof(i, false, 60)));
    assertThat(equivocators.proofs()).hasSize(most);
    assertThat(isKept(MOST - 1)).isTrue();
  }

  private boolean isKept(int attester) {
    return equivocators.contains(identity(attester).nodeId());
  }

  private static PublicIdentity identity(int number) {
    return new PublicIdentity(
        Bytes.fromHex("%064x".formatted(number)), Bytes.fromHex("%096x".formatted(number)));
  }

  private static StoredEquivocation proof(int attester, boolean vouchedFor, int attestees) {
    return new StoredEquivocation(
        Equivocation.of(
            statement(attester, "one", attestees), statement(attester, "two", attestees)),
        vouchedFor);
  }

  private static SignedAdvertisement statement(int attester, String name, int attestees) {
    Bytes data = Bytes.wrapOwned(new byte[LinkInfo.MAX_APPLICATION_BYTES]);
    LinkInfo info =
        new LinkInfo(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            data);
    LinkStateAdvertisement content =
        new LinkStateAdvertisement(
            new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH))),
            identity(attester),
            1,
            60_000,
            name,
            List.of(),
            IntStream.range(0, attestees)
                .mapToObj(i -> new Entry(new NodeId(Bytes.fromHex("%064x".formatted(i))), info))
                .toList(),
            List.of(),
            false);
    return new SignedAdvertisement(content, AdvertisementCodec.encode(content), UNCHECKED);
  }
}
