package org.lagroups.multicast.relay.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.Route;

class ChildrenTest {

  private static final long SECOND = 1_000_000_000;

  private final Children children = new Children();

  @Test
  void hasRoomForAsManyAsARosterHas() {
    for (int i = 0; i < Route.MAX_MEMBERS; i++) {
      assertThat(children.isFull()).isFalse();
      children.add(node(i), 1, 0);
    }
    assertThat(children.isFull()).isTrue();
    Set<Integer> numbers = new HashSet<>();
    children.all().forEach(child -> numbers.add(child.number()));
    assertThat(numbers).hasSize(Route.MAX_MEMBERS);
  }

  @Test
  void givesANumberToSomebodyElseOnlyWhenAllHaveBeenUsed() {
    Child last = children.add(node(0), 1, 0);
    int first = last.number();
    for (int i = 1; i < Route.MAX_MEMBERS; i++) {
      children.remove(last);
      last = children.add(node(i), 1, 0);
      assertThat(last.number()).isNotEqualTo(first);
    }
    assertThat(children.add(node(99), 1, 0).number()).isEqualTo(first);
  }

  @Test
  void twoWhoRefuseItsChunksMakeACorrupter() {
    Conduct conduct = new Conduct();
    assertThat(conduct.accuse(node(3), 8)).isEqualTo(Conduct.Accusation.NEWS);
    assertThat(conduct.accuse(node(3), 8)).isEqualTo(Conduct.Accusation.NOTHING);
    assertThat(conduct.isBarred()).isFalse();
    assertThat(conduct.isAccusedBy(node(3))).isTrue();
    assertThat(conduct.accuse(node(4), 8)).isEqualTo(Conduct.Accusation.CORRUPTS);
    assertThat(conduct.isBarred()).isTrue();
    assertThat(conduct.accusers()).containsExactly(node(3), node(4));
  }

  @Test
  void inAGroupOfTwoOneIsEnough() {
    Conduct conduct = new Conduct();
    assertThat(conduct.accuse(node(1), 2)).isEqualTo(Conduct.Accusation.CORRUPTS);
    assertThat(conduct.isBarred()).isTrue();
  }

  @Test
  void whoeverIsLeftWithOneAccuserAloneIsCondemnedWhenItAccusesAgain() {
    Conduct conduct = new Conduct();
    assertThat(conduct.accuse(node(1), 3)).isEqualTo(Conduct.Accusation.NEWS);
    assertThat(conduct.accuse(node(1), 2)).isEqualTo(Conduct.Accusation.CORRUPTS);
  }

  @Test
  void onProbationOneAccuserIsNotEnoughEither() {
    Conduct conduct = new Conduct();
    conduct.probation(SECOND);
    assertThat(conduct.accuse(node(1), 8)).isEqualTo(Conduct.Accusation.NEWS);
    assertThat(conduct.isCorrupter()).isFalse();
  }

  @Test
  void whoWasBarredRelaysNothingUntilItsProbationIsOver() {
    Child child = children.add(node(1), 1, 0);
    children.barred(child, 0);
    children.remove(child);
    Conduct conduct = children.add(node(1), 1, SECOND).conduct();
    assertThat(conduct.isBarred()).isTrue();
    assertThat(conduct.endProbation(Offenders.FIRST_NANOS - 1)).isFalse();
    assertThat(conduct.endProbation(Offenders.FIRST_NANOS)).isTrue();
    assertThat(conduct.isBarred()).isFalse();
    assertThat(conduct.endProbation(Offenders.FIRST_NANOS)).as("told once").isFalse();
  }

  @Test
  void aFewLateChunksInALongTimeMakeNoDropper() {
    Conduct conduct = new Conduct();
    for (int i = 0; i < 100; i++) {
      assertThat(conduct.blame(1, i * 5L * SECOND)).isFalse();
    }
    boolean isDropper = false;
    for (int i = 0; i < Conduct.MAX_BLAMES; i++) {
      isDropper |= conduct.blame(6, 501 * SECOND);
    }
    assertThat(isDropper).isTrue();
    assertThat(conduct.blamers()).isEqualTo(7);
  }

  @Test
  void whoIsBehindIsServedApartForLongerEachTime() {
    Pace pace = new Pace();
    long now = fallBehind(pace, 0);
    assertThat(pace.caughtUp(now + 9 * SECOND)).isFalse();
    assertThat(pace.caughtUp(now + 10 * SECOND)).isTrue();
    now = fallBehind(pace, now + 20 * SECOND);
    assertThat(pace.caughtUp(now + 19 * SECOND)).isFalse();
    assertThat(pace.caughtUp(now + 20 * SECOND)).isTrue();
    assertThat(pace.isApart()).isFalse();
  }

  @Test
  void whoIsBehindForAMomentIsNot() {
    Pace pace = new Pace();
    for (int i = 0; i < 10; i++) {
      assertThat(pace.look(i * SECOND, i % 2 == 0)).isFalse();
    }
  }

  @Test
  void anUplinkIsTakenForWhatWasMeasured() {
    UplinkEstimate uplink = new UplinkEstimate(1_000_000);
    uplink.measured(0, 400_000, 400_000);
    uplink.compare(0, 1_000_000);
    assertThat(uplink.bytesPerSecond()).isEqualTo(400_000);
  }

  @Test
  void anUplinkThatCarriesAllThatWasPlannedIsTakenForMore() {
    UplinkEstimate uplink = new UplinkEstimate(1_000_000);
    uplink.measured(0, 0, 900_000);
    uplink.compare(0, 1_000_000);
    assertThat(uplink.bytesPerSecond()).isEqualTo(1_800_000);
    uplink.compare(0, 100_000);
    assertThat(uplink.bytesPerSecond()).isEqualTo(1_800_000);
  }

  @Test
  void anUplinkThatIsFullIsNotTakenForMoreBeforeItIsKnownWhatItCarries() {
    UplinkEstimate uplink = new UplinkEstimate(1_000_000);
    uplink.measured(0, 0, 900_000);
    uplink.full(0);
    uplink.compare(SECOND, 1_000_000);
    assertThat(uplink.bytesPerSecond()).isEqualTo(1_000_000);
    uplink.compare(6 * SECOND, 1_000_000);
    assertThat(uplink.bytesPerSecond()).isEqualTo(1_800_000);
  }

  @Test
  void anUplinkThatCarriesLessThanPlannedWithoutBeingFullStaysWhatItWas() {
    UplinkEstimate uplink = new UplinkEstimate(1_000_000);
    uplink.measured(0, 0, 100_000);
    uplink.compare(0, 1_000_000);
    assertThat(uplink.bytesPerSecond()).isEqualTo(1_000_000);
  }

  private static long fallBehind(Pace pace, long now) {
    pace.look(now, true);
    assertThat(pace.look(now + Pace.MAX_BEHIND_NANOS, true)).isTrue();
    return now + Pace.MAX_BEHIND_NANOS;
  }

  private static NodeId node(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(id));
  }
}
