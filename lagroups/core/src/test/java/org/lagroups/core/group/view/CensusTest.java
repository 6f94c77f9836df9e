package org.lagroups.core.group.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Node 0 counts; it attests to nodes 1 and 2, who have spoken. */
class CensusTest {

  private static final long NOW = 1_767_225_600_000L;

  private final AdvertisementDatabase database = new AdvertisementDatabase();
  private final Advertiser advertiser =
      new Advertiser(
          new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH))),
          GroupSettings.DEFAULT,
          () -> NOW);

  @Test
  void countsItselfAndItsAttesteesThatHaveSpoken() {
    says(1);
    assertThat(members()).isEqualTo(2);
    says(2);
    assertThat(members()).isEqualTo(3);
  }

  @Test
  void countsForWhomTwoOfItsAttesteesVouchOnceTheyHaveSpoken() {
    says(1, 3, 4);
    says(2, 3, 4);
    assertThat(members()).isEqualTo(3);
    says(3);
    assertThat(members()).isEqualTo(4);
  }

  @Test
  void doesNotCountWhatOneAttesteeClaimsAlone() {
    int[] sybils = IntStream.range(10, 30).toArray();
    says(1, sybils);
    Arrays.stream(sybils).forEach(sybil -> says(sybil, 9));
    says(2);
    assertThat(members()).isEqualTo(3);
  }

  private int members() {
    TreeMap<NodeId, LinkInfo> own = new TreeMap<>();
    own.put(id(1), LinkInfo.NONE);
    own.put(id(2), LinkInfo.NONE);
    View view = new ViewCalculator(id(0), 64, database).calculate(own, NOW);
    return new Census(view, own.keySet()).members(database, NOW);
  }

  private void says(int attester, int... attestees) {
    SignedAdvertisement signed =
        advertiser.by(
            TestIdentities.of(attester),
            Arrays.stream(attestees).mapToObj(CensusTest::id).toArray(NodeId[]::new));
    database.put(signed, signed.content().attesterId(), true);
  }

  private static NodeId id(int node) {
    return TestIdentities.of(node).nodeId();
  }
}
