package org.lagroups.multicast.tree.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.tree.parent.Askers;
import org.lagroups.multicast.tree.parent.Departures;
import org.lagroups.multicast.wire.TreeMessage.Lineage;
import org.lagroups.multicast.wire.place.Fallen;

/** However many nodes there are, no more are remembered than is said. */
class MemoryTest {

  private static final long MINUTE = 60_000;
  private static final StreamId STREAM = new StreamId(Bytes.wrapOwned(new byte[StreamId.LENGTH]));

  @Test
  void askersAreForgottenWhoHaveNotAskedForLongest() {
    Askers askers = new Askers(MINUTE);
    IntStream.range(0, Askers.MAX).forEach(i -> askers.count(node(i), 0));
    assertThat(askers.count(node(0), 1)).isEqualTo(1);
    askers.count(node(Askers.MAX), 1);
    assertThat(askers.count(node(1), 1)).as("forgotten").isZero();
    assertThat(askers.count(node(0), 1)).isEqualTo(2);
    assertThat(askers.count(node(0), 1 + MINUTE)).as("long ago").isZero();
  }

  @Test
  void departuresAreForgottenThatAreLongestAgo() {
    Departures departures = new Departures();
    Set<NodeId> household = Set.of(node(-1), node(-2));
    IntStream.rangeClosed(0, Departures.MAX)
        .forEach(i -> departures.add(node(i), household, Set.of(node(-1)), MINUTE));
    assertThat(departures.isLessPreferred(node(-2), node(0), 0)).as("forgotten").isFalse();
    assertThat(departures.isLessPreferred(node(-2), node(1), 0)).isTrue();
    assertThat(departures.isLessPreferred(node(-1), node(1), 0)).as("preferred").isFalse();
    assertThat(departures.isLessPreferred(node(-3), node(1), 0)).as("not of it").isFalse();
    assertThat(departures.isLessPreferred(node(-2), node(1), MINUTE)).as("over").isFalse();
  }

  @Test
  void acquaintancesAreForgottenThatWereNotSeenForLongest() {
    Acquaintances known = new Acquaintances();
    NodeId host = node(-1);
    IntStream.range(0, Acquaintances.MAX).forEach(i -> known.saw(node(i), host, 0, 0));
    known.saw(node(0), host, 0, 1);
    known.saw(node(Acquaintances.MAX), host, 0, 1);
    assertThat(known.uptimeMillis(node(1), 10)).as("forgotten").isZero();
    assertThat(known.uptimeMillis(node(0), 10)).isEqualTo(10);
    assertThat(known.uptimeMillis(node(0), 2 + Acquaintances.MAX_GAP_MILLIS)).isZero();
  }

  @Test
  void whoWasWithAnotherLatelyIsNotOnlyWithOne() {
    Acquaintances known = new Acquaintances();
    known.saw(node(0), node(1), 0, 0);
    assertThat(known.isOnlyWith(node(1), node(0), 10)).isTrue();
    assertThat(known.isOnlyWith(node(2), node(0), 10)).isFalse();
    known.saw(node(0), node(2), 0, 10);
    assertThat(known.isOnlyWith(node(2), node(0), 10)).isFalse();
    known.saw(node(0), node(2), 0, MINUTE);
    known.saw(node(0), node(2), 0, 1 + Acquaintances.MAX_GAP_MILLIS);
    assertThat(known.isOnlyWith(node(2), node(0), 1 + Acquaintances.MAX_GAP_MILLIS)).isTrue();
  }

  @Test
  void penaltiesAreForgottenThatAreOldest() {
    Penalties penalties = new Penalties(MINUTE);
    IntStream.rangeClosed(0, Penalties.MAX).forEach(i -> penalties.strike(node(i), 0));
    assertThat(penalties.isFallen(node(0), 1)).as("forgotten").isFalse();
    assertThat(penalties.isFallen(node(1), 1)).isTrue();
    assertThat(penalties.latest(1)).hasSize(Penalties.MAX_TOLD);
  }

  @Test
  void aPenaltyIsDoubledTenTimesAndNotMore() {
    Penalties penalties = new Penalties(MINUTE);
    IntStream.range(0, 100).forEach(i -> penalties.strike(node(0), 0));
    assertThat(penalties.isFallen(node(0), (MINUTE << 10) - 1)).isTrue();
    assertThat(penalties.isFallen(node(0), MINUTE << 10)).isFalse();
  }

  @Test
  void ofWhatAnotherTellsOnlyTheFirstPenaltyCounts() {
    Penalties penalties = new Penalties(MINUTE);
    Fallen claim = new Fallen(node(0), Long.MAX_VALUE);
    penalties.told(claim, 0);
    penalties.told(claim, MINUTE / 2);
    assertThat(penalties.isFallen(node(0), MINUTE - 1)).isTrue();
    assertThat(penalties.isFallen(node(0), MINUTE)).isFalse();
    penalties.strike(node(0), MINUTE);
    assertThat(penalties.isFallen(node(0), 3 * MINUTE - 1)).as("the second is doubled").isTrue();
    assertThat(penalties.isFallen(node(0), 3 * MINUTE)).isFalse();
  }

  @Test
  void aParentThatNamesEverNewSiblingsIsNotBelievedWithoutEnd() {
    Parent parent =
        new Parent(contact(-1), new GroupId(Bytes.fromHex("08".repeat(GroupId.LENGTH))), 0);
    for (int i = 0; i < 2 * Parent.MAX_SIBLINGS; i++) {
      parent.heard(new Lineage(STREAM, List.of(), List.of(contact(i)), List.of(), List.of()), 0);
    }
    assertThat(
            IntStream.range(0, 2 * Parent.MAX_SIBLINGS)
                .filter(i -> parent.hasSibling(node(i), MINUTE, 0)))
        .hasSize(Parent.MAX_SIBLINGS);
  }

  private static Contact contact(int number) {
    return new Contact(node(number), List.of());
  }

  private static NodeId node(int number) {
    return new NodeId(Bytes.fromHex("%08x".formatted(number) + "00".repeat(NodeId.LENGTH - 4)));
  }
}
