package org.lagroups.wormguard.cooperate.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.record.SharedRule;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.AddressSet;

final class BlockDeciderTest {

  private static final long NOW = 1_000_000;
  private static final SignatureId ONE = SignatureId.of(Bytes.copyOf((byte) 1));
  private static final SignatureId OTHER = SignatureId.of(Bytes.copyOf((byte) 2));

  private final List<SignatureId> alarms = new ArrayList<>();
  private final BlockDecider decider =
      new BlockDecider(new BlockShare(0.1, 100, 60_000), alarms::add);
  private final Packet packet = new Packet();

  @Test
  void blocksWhatIsEnforcedUntilItLapses() {
    assertThat(decide(set(LocalLists.NONE, false), ONE, NOW)).isEqualTo(BlockDecision.BLOCK);
    assertThat(decide(set(LocalLists.NONE, false), ONE, NOW + 1_000))
        .isEqualTo(BlockDecision.LAPSED);
  }

  @Test
  void theOperatorsListsAlwaysWin() {
    LocalLists addresses = new LocalLists(Set.of(), AddressSet.NONE, AddressSet.ANY);
    LocalLists allowed = new LocalLists(Set.of(), AddressSet.ANY, AddressSet.NONE);
    LocalLists signature = new LocalLists(Set.of(ONE), AddressSet.NONE, AddressSet.NONE);
    assertThat(decide(set(addresses, false), ONE, NOW)).isEqualTo(BlockDecision.SPARED);
    assertThat(decide(set(allowed, false), ONE, NOW)).isEqualTo(BlockDecision.SPARED);
    assertThat(decide(set(signature, false), ONE, NOW)).isEqualTo(BlockDecision.SPARED);
    assertThat(decide(set(signature, false), OTHER, NOW)).isEqualTo(BlockDecision.BLOCK);
  }

  @Test
  void aDryRunBlocksNothing() {
    assertThat(decide(set(LocalLists.NONE, true), ONE, NOW)).isEqualTo(BlockDecision.DRY_RUN);
    EnforcedSignature dry =
        new EnforcedSignature(GroupId.random(new Random(1)), ONE, rule(), true, NOW + 1_000);
    assertThat(decider.decide(set(LocalLists.NONE, false), dry, packet, NOW))
        .isEqualTo(BlockDecision.DRY_RUN);
  }

  @Test
  void suspendsASignatureThatBlocksTooMuchAndSaysSoOnce() {
    EnforcedSet set = set(LocalLists.NONE, false);
    decider.tick(NOW);
    pass(1_000);
    for (int i = 0; i < 100; i++) {
      assertThat(decide(set, ONE, NOW)).isEqualTo(BlockDecision.BLOCK);
    }
    assertThat(decide(set, ONE, NOW)).isEqualTo(BlockDecision.SUSPENDED);
    assertThat(decide(set, ONE, NOW)).isEqualTo(BlockDecision.SUSPENDED);
    assertThat(decide(set, OTHER, NOW)).isEqualTo(BlockDecision.BLOCK);
    assertThat(alarms).containsExactly(ONE);
    assertThat(decider.suspended()).containsExactly(ONE);
    decider.resume(ONE);
    assertThat(decide(set, ONE, NOW)).isEqualTo(BlockDecision.BLOCK);
  }

  @Test
  void ofFewPacketsAnyShareMayBeBlocked() {
    EnforcedSet set = set(LocalLists.NONE, false);
    pass(99);
    for (int i = 0; i < 99; i++) {
      assertThat(decide(set, ONE, NOW)).isEqualTo(BlockDecision.BLOCK);
    }
  }

  @Test
  void whatWasBlockedLongAgoDoesNotCount() {
    EnforcedSet set = set(LocalLists.NONE, false);
    blockAsMuchAsMayBe(set);
    decider.tick(NOW - 200_000);
    decider.tick(NOW);
    pass(99);
    for (int i = 0; i < 11; i++) {
      assertThat(decide(set, ONE, NOW)).isEqualTo(BlockDecision.BLOCK);
    }
    pass(1);
    assertThat(decide(set, ONE, NOW)).isEqualTo(BlockDecision.SUSPENDED);
  }

  @Test
  void whatWasBlockedWithinTheWindowCounts() {
    EnforcedSet set = set(LocalLists.NONE, false);
    blockAsMuchAsMayBe(set);
    decider.tick(NOW - 21_000);
    assertThat(decide(set, ONE, NOW)).isEqualTo(BlockDecision.SUSPENDED);
  }

  /** Of a thousand packets the tenth that is allowed, a little more than a window ago. */
  private void blockAsMuchAsMayBe(EnforcedSet set) {
    decider.tick(NOW - 61_000);
    pass(1_000);
    for (int i = 0; i < 100; i++) {
      assertThat(decide(set, ONE, NOW - 61_000)).isEqualTo(BlockDecision.BLOCK);
    }
  }

  @Test
  void aShareIsAboveNothingAndOfSomething() {
    assertThatThrownBy(() -> new BlockShare(0, 1, 1_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BlockShare(1.1, 1, 1_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BlockShare(1, 0, 1_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BlockShare(1, 1, 999))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void pass(int count) {
    for (int i = 0; i < count; i++) {
      decider.packet();
    }
  }

  private BlockDecision decide(EnforcedSet set, SignatureId id, long now) {
    EnforcedSignature signature =
        new EnforcedSignature(GroupId.random(new Random(1)), id, rule(), false, NOW + 1_000);
    return decider.decide(set, signature, packet, now);
  }

  private static EnforcedSet set(LocalLists lists, boolean isDryRun) {
    return new EnforcedSet(1, List.of(), lists, isDryRun);
  }

  private static Rule rule() {
    return ((SharedRule.Terms.Met)
            SharedRule.read("drop ip any any -> any any (content:\"abcdefgh\"; sid:1;)"))
        .rule();
  }
}
