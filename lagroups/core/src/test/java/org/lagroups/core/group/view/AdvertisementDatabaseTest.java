package org.lagroups.core.group.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

class AdvertisementDatabaseTest {

  private static final GroupId GROUP = new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH)));
  private static final long NOW = 1_767_225_600_000L;

  private final AdvertisementDatabase database = new AdvertisementDatabase();
  private final Advertiser advertiser = new Advertiser(GROUP, GroupSettings.DEFAULT, () -> NOW);

  @Test
  void keepsSixtyFourCandidatesAndOfOnePeerSixteenTheNewest() {
    for (int i = 0; i < 200; i++) {
      put(i, TestIdentities.of(500 + i % 5).nodeId());
    }
    database.trimCandidates(node -> false);
    assertThat(database.all()).hasSize(AdvertisementDatabase.MAX_CANDIDATES);
    for (int peer = 500; peer < 505; peer++) {
      NodeId contributor = TestIdentities.of(peer).nodeId();
      assertThat(database.all().stream().filter(known -> known.contributor().equals(contributor)))
          .hasSizeLessThanOrEqualTo(AdvertisementDatabase.MAX_CANDIDATES_PER_PEER);
    }
    assertThat(database.find(TestIdentities.of(199).nodeId())).isPresent();
    assertThat(database.find(TestIdentities.of(0).nodeId())).isEmpty();
  }

  @Test
  void candidatesNeverDriveOutMembers() {
    NodeId flooder = TestIdentities.of(500).nodeId();
    List<NodeId> members =
        IntStream.range(0, 64).mapToObj(i -> TestIdentities.of(i).nodeId()).toList();
    IntStream.range(0, 64).forEach(i -> put(i, flooder));
    IntStream.range(64, 164).forEach(i -> put(i, flooder));
    database.trimCandidates(members::contains);
    assertThat(members).allMatch(member -> database.find(member).isPresent());
    assertThat(database.all()).hasSize(64 + AdvertisementDatabase.MAX_CANDIDATES_PER_PEER);
  }

  @Test
  void remembersAnAttesterForAsLongAsAnythingItSaidCouldBeReplayed() {
    NodeId attester = TestIdentities.of(0).nodeId();
    put(0, attester);
    long first = database.find(attester).orElseThrow().content().expiryMillis();
    database.put(
        advertiser.by(TestIdentities.of(0), content -> Advertiser.ending(content, first - 40_000)),
        attester,
        true);
    database.dropEndedBy(first - 1);
    assertThat(database.find(attester)).isPresent();
    database.dropEndedBy(first);
    assertThat(database.find(attester)).isEmpty();
  }

  private void put(int attester, NodeId contributor) {
    database.put(advertiser.by(TestIdentities.of(attester)), contributor, true);
  }
}
