package org.lagroups.core.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/** Each stated bound holds where it says, and not before. */
class BoundsTest {

  private static final GroupId GROUP = new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH)));
  private static final PublicIdentity ATTESTER = TestIdentities.of(0).publicIdentity();

  @Test
  void groupSettingsHaveRanges() {
    accepts(() -> new GroupSettings(1_000, 2, 0));
    accepts(() -> new GroupSettings(86_400_000, 64, 43_200_000));
    refuses(() -> new GroupSettings(999, 64, 0));
    refuses(() -> new GroupSettings(86_400_001, 64, 0));
    refuses(() -> new GroupSettings(60_000, 1, 0));
    refuses(() -> new GroupSettings(60_000, 65, 0));
    refuses(() -> new GroupSettings(60_000, 64, -1));
    refuses(() -> new GroupSettings(60_000, 64, 30_001));
  }

  @Test
  void aShorterValidityAllowsLessSkew() {
    assertThat(GroupSettings.withValidity(2_000).clockSkewMillis()).isEqualTo(500);
    assertThat(GroupSettings.withValidity(600_000).clockSkewMillis()).isEqualTo(5_000);
    assertThat(GroupSettings.DEFAULT.refreshMillis()).isEqualTo(20_000);
  }

  @Test
  void infosHaveRanges() {
    accepts(() -> LinkInfo.ofRoundTrip(0));
    refuses(() -> LinkInfo.ofRoundTrip(-1));
    accepts(() -> info(OptionalDouble.of(Double.MIN_VALUE), 256));
    refuses(() -> info(OptionalDouble.of(0), 0));
    refuses(() -> info(OptionalDouble.of(Double.NaN), 0));
    refuses(() -> info(OptionalDouble.of(Double.POSITIVE_INFINITY), 0));
    refuses(() -> info(OptionalDouble.empty(), 257));
  }

  @Test
  void reasonsAreShort() {
    accepts(() -> new Reason(ReasonCode.OPERATOR, "é".repeat(100)));
    refuses(() -> new Reason(ReasonCode.OPERATOR, "é".repeat(100) + "x"));
  }

  @ParameterizedTest
  @EnumSource
  void reasonCodesSurviveTheWire(ReasonCode code) {
    assertThat(ReasonCode.ofCode(code.code())).contains(code);
  }

  @Test
  void unknownReasonCodesAreNoReasons() {
    assertThat(ReasonCode.ofCode(9)).isEmpty();
    assertThat(ReasonCode.ofCode(-1)).isEmpty();
  }

  @Test
  void nobodyAttestsToItself() {
    NodeId node = ATTESTER.nodeId();
    refuses(() -> new Attestation(GROUP, node, node, LinkInfo.NONE, 0));
    refuses(() -> withEntries(List.of(new Entry(node, LinkInfo.NONE))));
    refuses(() ->
        advertisement(
            1, "", 0, List.of(), List.of(new Withdrawal(node, Reason.of(ReasonCode.LEFT))), false));
  }

  @Test
  void advertisementsHaveBounds() {
    accepts(() -> advertisement(1, "é".repeat(32), 8, entries(64), List.of(), false));
    refuses(() -> advertisement(0, "", 0, List.of(), List.of(), false));
    refuses(() -> advertisement(1, "é".repeat(32) + "x", 0, List.of(), List.of(), false));
    refuses(() -> advertisement(1, "", 9, List.of(), List.of(), false));
    refuses(() -> advertisement(1, "", 0, entries(65), List.of(), false));
    refuses(() -> advertisement(1, "", 0, List.of(), withdrawals(65), false));
    refuses(() -> advertisement(1, "", 0, entries(1), List.of(), true));
    refuses(() -> advertisement(1, "", 0, entries(3), withdrawals(1), false));
  }

  @Test
  void attesteesStandInOrderAndOnce() {
    refuses(() -> withEntries(entries(3).reversed()));
    refuses(() -> withEntries(Stream.concat(entries(1).stream(), entries(1).stream()).toList()));
  }

  private static LinkInfo info(OptionalDouble cost, int applicationBytes) {
    return new LinkInfo(
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        cost,
        Bytes.wrapOwned(new byte[applicationBytes]));
  }

  private static LinkStateAdvertisement withEntries(List<Entry> entries) {
    return advertisement(1, "", 0, entries, List.of(), false);
  }

  private static LinkStateAdvertisement advertisement(
      long sequence,
      String name,
      int addresses,
      List<Entry> entries,
      List<Withdrawal> withdrawals,
      boolean leaving) {
    List<NodeAddress> all =
        IntStream.range(0, addresses).mapToObj(i -> new NodeAddress("10.0.0." + i, 1)).toList();
    return new LinkStateAdvertisement(
        GROUP, ATTESTER, sequence, 0, name, all, entries, withdrawals, leaving);
  }

  private static List<Entry> entries(int count) {
    return ids(count).map(id -> new Entry(id, LinkInfo.NONE)).toList();
  }

  private static List<Withdrawal> withdrawals(int count) {
    return ids(count).map(id -> new Withdrawal(id, Reason.of(ReasonCode.LEFT))).toList();
  }

  private static Stream<NodeId> ids(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new NodeId(Bytes.fromHex("%02x".formatted(i).repeat(NodeId.LENGTH))));
  }

  private static void accepts(ThrowingCallable made) {
    assertThatCode(made).doesNotThrowAnyException();
  }

  private static void refuses(ThrowingCallable made) {
    assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class);
  }
}
