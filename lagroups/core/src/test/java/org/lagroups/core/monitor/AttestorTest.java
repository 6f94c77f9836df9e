package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.core.testing.FakeLaGroups;
import org.lagroups.core.testing.MemoryAttestorStore;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

final class AttestorTest {

  private static final GroupId GROUP = GroupId.random(new Random(1));
  private static final Bytes TOKEN = Bytes.fromHex("01");
  private static final Reason BAD = new Reason(ReasonCode.BAD_CONTENT, "not what it said");
  private static final NodeId SELF = node(0);
  private static final NodeId A = node(1);
  private static final NodeId B = node(2);

  private final FakeLaGroups groups = new FakeLaGroups(SELF, GROUP, GroupSettings.DEFAULT);
  private final HandMonitor monitor = new HandMonitor();
  private final MemoryAttestorStore store = new MemoryAttestorStore();
  private final List<Bytes> tokensShown = new ArrayList<>();
  private final List<Consumer<Boolean>> undecided = new ArrayList<>();
  private boolean isSlow;
  private final Attestor attestor = attestor(monitor);

  @Test
  void testsWhoeverIsOrComesIntoTheView() {
    groups.enter(A);
    attestor.serve(GROUP);
    groups.enter(B);

    assertThat(monitor.tested()).containsExactly(A, B);
    assertThat(attestor.verdicts(GROUP)).containsOnlyKeys(A, B);
  }

  @Test
  void attestsToWhoPassesAndNotToWhoFails() {
    attestor.serve(GROUP);
    groups.enter(A);
    assertThat(groups.ownAttestations()).isEmpty();

    LinkInfo info = LinkInfo.ofRoundTrip(1_000);
    monitor.pass(A, info);
    assertThat(groups.ownAttestations()).isEqualTo(Map.of(A, info));
    monitor.pass(A, LinkInfo.ofRoundTrip(9_000));
    assertThat(groups.ownAttestations()).isEqualTo(Map.of(A, LinkInfo.ofRoundTrip(9_000)));
    monitor.fail(A);
    assertThat(groups.ownAttestations()).isEmpty();
    monitor.pass(A, info);
    assertThat(groups.ownAttestations()).isEqualTo(Map.of(A, info));
  }

  @Test
  void attestsAtOnceToWhoPassesFromTheBeginning() {
    monitor.expect(A, new Verdict.Pass(LinkInfo.NONE));
    attestor.serve(GROUP);
    groups.enter(A);

    assertThat(groups.ownAttestations()).containsOnlyKeys(A);
  }

  @Test
  void stopsTestingWhoLeavesTheViewWithoutEverPassing() {
    attestor.serve(GROUP);
    groups.enter(A);
    groups.remove(A);

    assertThat(monitor.tested()).isEmpty();
  }

  @Test
  void goesOnTestingWhoHadPassedAndTakesItBack() {
    attestor.serve(GROUP);
    groups.enter(A);
    monitor.pass(A, LinkInfo.NONE);
    monitor.fail(A);
    groups.remove(A);
    assertThat(monitor.tested()).containsExactly(A);

    monitor.pass(A, LinkInfo.NONE);
    assertThat(groups.ownAttestations()).containsOnlyKeys(A);
  }

  @Test
  void forgetsWhoLeftByItself() {
    attestor.serve(GROUP);
    groups.enter(A);
    monitor.pass(A, LinkInfo.NONE);
    groups.lose(SELF, A, new GroupEvent.Loss.Withdrawn(Reason.of(ReasonCode.LEFT)));
    groups.remove(A);

    assertThat(monitor.tested()).isEmpty();
    groups.candidate(A, Bytes.EMPTY);
    assertThat(monitor.tested()).isEmpty();
  }

  @Test
  void admitsACandidateWithAToken() {
    attestor.serve(GROUP);
    groups.candidate(A, TOKEN);
    groups.candidate(B, Bytes.EMPTY);

    assertThat(monitor.tested()).containsExactly(A);
    assertThat(tokensShown).containsExactly(TOKEN, Bytes.EMPTY);
  }

  @Test
  void asksForATokenOnlyOnce() {
    attestor.serve(GROUP);
    groups.candidate(A, TOKEN);
    groups.candidate(A, TOKEN);
    monitor.pass(A, LinkInfo.NONE);
    groups.candidate(A, TOKEN);

    assertThat(tokensShown).hasSize(1);
  }

  @Test
  void admitsNobodyBeforeTheApplicationHasDecided() {
    isSlow = true;
    attestor.serve(GROUP);
    groups.candidate(A, TOKEN);
    groups.candidate(B, TOKEN);
    assertThat(monitor.tested()).isEmpty();

    undecided.get(1).accept(true);
    undecided.get(0).accept(false);
    assertThat(monitor.tested()).containsExactly(B);
  }

  @Test
  void asksOnceAboutACandidateThatAsksAgainMeanwhile() {
    isSlow = true;
    attestor.serve(GROUP);
    groups.candidate(A, TOKEN);
    groups.candidate(A, TOKEN);
    assertThat(undecided).hasSize(1);

    undecided.getFirst().accept(false);
    groups.candidate(A, TOKEN);
    assertThat(undecided).hasSize(2);
  }

  @Test
  void takesTheFirstDecisionOnly() {
    isSlow = true;
    attestor.serve(GROUP);
    groups.candidate(A, TOKEN);
    undecided.getFirst().accept(false);
    groups.candidate(A, TOKEN);
    undecided.getFirst().accept(true);

    assertThat(monitor.tested()).isEmpty();
  }

  @Test
  void boundsTheDecisionsThatItWaitsFor() {
    isSlow = true;
    attestor.serve(GROUP);
    for (int i = 0; i <= PendingAdmissions.MAX_PENDING; i++) {
      groups.candidate(node(i + 100), TOKEN);
    }
    assertThat(undecided).hasSize(PendingAdmissions.MAX_PENDING);

    undecided.getFirst().accept(false);
    groups.candidate(A, TOKEN);
    assertThat(undecided).hasSize(PendingAdmissions.MAX_PENDING + 1);
  }

  @Test
  void dropsTheDecisionOnAGroupThatItLeftMeanwhile() {
    isSlow = true;
    attestor.serve(GROUP);
    groups.candidate(A, TOKEN);
    attestor.forget(GROUP);
    attestor.serve(GROUP);
    undecided.getFirst().accept(true);

    assertThat(monitor.tested()).isEmpty();
    assertThat(store.load(GROUP)).isEqualTo(Acquaintances.NONE);
  }

  @Test
  void doesNotAdmitWhoWasBannedMeanwhile() {
    isSlow = true;
    attestor.serve(GROUP);
    groups.candidate(A, TOKEN);
    attestor.ban(GROUP, A, BAD);
    undecided.getFirst().accept(true);

    assertThat(monitor.tested()).isEmpty();
    assertThat(store.load(GROUP).admitted()).isEmpty();
  }

  @Test
  void remembersOverARestartWhoWasAdmitted() {
    attestor.serve(GROUP);
    groups.candidate(A, TOKEN);
    attestor.stopServing(GROUP);
    assertThat(monitor.tested()).isEmpty();

    HandMonitor later = new HandMonitor();
    attestor(later).serve(GROUP);
    assertThat(later.tested()).containsExactly(A);
  }

  @Test
  void neverTestsWhoIsBanned() {
    attestor.serve(GROUP);
    groups.enter(A);
    monitor.pass(A, LinkInfo.NONE);
    attestor.ban(GROUP, A, BAD);

    assertThat(groups.ownAttestations()).isEmpty();
    assertThat(monitor.tested()).isEmpty();
    assertThat(attestor.banned(GROUP)).isEqualTo(Map.of(A, BAD));
    groups.remove(A);
    groups.enter(A);
    groups.candidate(A, TOKEN);
    assertThat(monitor.tested()).isEmpty();
  }

  @Test
  void keepsABanOverARestart() {
    attestor.serve(GROUP);
    attestor.ban(GROUP, A, BAD);
    attestor.stopServing(GROUP);
    groups.enter(A);
    groups.startAttest(GROUP, A, LinkInfo.NONE);

    HandMonitor later = new HandMonitor();
    attestor(later).serve(GROUP);
    assertThat(later.tested()).isEmpty();
    assertThat(groups.ownAttestations()).isEmpty();
  }

  @Test
  void testsAgainWhoIsNoLongerBanned() {
    attestor.serve(GROUP);
    groups.enter(A);
    attestor.ban(GROUP, A, BAD);
    attestor.unban(GROUP, A);

    assertThat(monitor.tested()).containsExactly(A);
    assertThat(attestor.banned(GROUP)).isEmpty();
  }

  @Test
  void boundsTheBans() {
    Map<NodeId, Reason> bans = new TreeMap<>();
    for (int i = 0; i < Acquaintances.MAX_BANNED; i++) {
      bans.put(node(i + 100), BAD);
    }
    store.save(GROUP, new Acquaintances(List.of(), bans));
    attestor.serve(GROUP);

    assertThatIllegalStateException().isThrownBy(() -> attestor.ban(GROUP, A, BAD));
    attestor.ban(GROUP, node(100), BAD);
  }

  @Test
  void forgetsTheLongestKnownToWhomItDoesNotAttest() {
    attestor.serve(GROUP);
    groups.candidate(A, TOKEN);
    monitor.pass(A, LinkInfo.NONE);
    for (int i = 0; i < Acquaintances.MAX_ADMITTED; i++) {
      groups.candidate(node(i + 100), TOKEN);
    }

    assertThat(store.load(GROUP).admitted())
        .hasSize(Acquaintances.MAX_ADMITTED)
        .contains(A)
        .doesNotContain(node(100));
    assertThat(monitor.tested()).doesNotContain(node(100)).hasSize(Acquaintances.MAX_ADMITTED);
  }

  @Test
  void attestsToNoMoreThanTheGroupMayHave() {
    GroupSettings three = new GroupSettings(60_000, 3, 0);
    FakeLaGroups small = new FakeLaGroups(SELF, GROUP, three);
    Attestor limited = new Attestor(SELF, small, monitor, this::decide, store);
    limited.serve(GROUP);
    for (int i = 1; i <= 4; i++) {
      small.enter(node(i));
      monitor.pass(node(i), LinkInfo.NONE);
    }
    assertThat(small.ownAttestations()).containsOnlyKeys(node(1), node(2));

    monitor.pass(node(2), LinkInfo.ofRoundTrip(5));
    assertThat(small.ownAttestations()).containsEntry(node(2), LinkInfo.ofRoundTrip(5));
  }

  @Test
  void makesRoomForWhoPassedWhenSomeoneFails() {
    GroupSettings three = new GroupSettings(60_000, 3, 0);
    FakeLaGroups small = new FakeLaGroups(SELF, GROUP, three);
    Attestor limited = new Attestor(SELF, small, monitor, this::decide, store);
    limited.serve(GROUP);
    for (int i = 1; i <= 3; i++) {
      small.enter(node(i));
      monitor.pass(node(i), LinkInfo.NONE);
    }
    monitor.fail(node(1));

    assertThat(small.ownAttestations()).containsOnlyKeys(node(2), node(3));
  }

  @Test
  void forgetsAGroupWhole() {
    attestor.serve(GROUP);
    attestor.ban(GROUP, A, BAD);
    attestor.forget(GROUP);

    assertThat(store.load(GROUP)).isEqualTo(Acquaintances.NONE);
    assertThatThrownBy(() -> attestor.banned(GROUP)).isInstanceOf(UnknownGroupException.class);
  }

  private Attestor attestor(HandMonitor with) {
    return new Attestor(SELF, groups, with, this::decide, store);
  }

  /** Decides by the token: at once, or when the test says so. */
  private void decide(GroupId group, NodeId node, Bytes token, Consumer<Boolean> decision) {
    tokensShown.add(token);
    if (isSlow) {
      undecided.add(decision);
    } else {
      decision.accept(token.equals(TOKEN));
    }
  }

  private static NodeId node(int number) {
    byte[] value = new byte[NodeId.LENGTH];
    value[0] = (byte) (number >> 8);
    value[1] = (byte) number;
    return new NodeId(Bytes.wrapOwned(value));
  }
}
