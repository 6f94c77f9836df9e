package org.lagroups.wormguard.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleKey;
import org.lagroups.wormguard.rule.address.AddressSet;
import org.lagroups.wormguard.rule.address.Sets;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.testing.PacketBytes;

class GateTest {

  private static final String DROP =
      "drop udp any any -> any any (msg:\"one\"; content:\"worm\"; sid:1;)";
  private static final String OTHER =
      "drop udp any any -> any any (msg:\"two\"; content:\"other\"; sid:2;)";
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @Test
  void dropsWhatRulesWantDroppedAndNothingElse() {
    try (Gateway gateway = new Gateway(GateSettings.DEFAULT, DROP)) {
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.DROP);
      assertThat(gateway.udp("a bird")).isEqualTo(Treatment.FORWARD);
      assertThat(gateway.gate().counts())
          .isEqualTo(new GateCounts(2, 1, 0, 0, 0, 0, 0, 0, List.of()));
    }
  }

  @Test
  void neverBlocksAddressesOfTheListEvenAroundOthers() throws Mistake {
    GateSettings spared = GateSettings.DEFAULT.withNeverBlock(addresses("[203.0.113.7]"));
    byte[] inner =
        PacketBytes.ipv4(
            PacketBytes.A4,
            PacketBytes.B4,
            PacketBytes.UDP,
            PacketBytes.udp(1, 2, PacketBytes.text("a worm")));
    int ipInIp = 4;
    byte[] around =
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4, PacketBytes.ipv4("203.0.113.7", "203.0.113.8", ipInIp, inner));
    byte[] elsewhere =
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4, PacketBytes.ipv4("203.0.113.9", "203.0.113.8", ipInIp, inner));
    try (Gateway gateway = new Gateway(spared, DROP)) {
      assertThat(gateway.take(around)).isEqualTo(Treatment.FORWARD);
      assertThat(gateway.take(elsewhere)).isEqualTo(Treatment.DROP);
      assertThat(gateway.gate().counts().spared()).isEqualTo(1);
    }
    GateSettings sender = GateSettings.DEFAULT.withNeverBlock(addresses(PacketBytes.A4));
    try (Gateway gateway = new Gateway(sender, DROP)) {
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.FORWARD);
    }
  }

  @Test
  void onlyTriesOutTheRulesOfADryRun() {
    GateSettings one = GateSettings.DEFAULT.withDryRun(new DryRun(false, Set.of(1L)));
    try (Gateway gateway = new Gateway(one, DROP, OTHER)) {
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.FORWARD);
      assertThat(gateway.udp("other")).isEqualTo(Treatment.DROP);
      assertThat(gateway.udp("worm and other")).isEqualTo(Treatment.DROP);
      assertThat(gateway.gate().counts().dryRuns()).isEqualTo(2);
    }
    try (Gateway gateway = new Gateway(GateSettings.DEFAULT.withDryRun(DryRun.ALL), DROP, OTHER)) {
      assertThat(gateway.udp("worm and other")).isEqualTo(Treatment.FORWARD);
    }
  }

  @Test
  void suspendsARuleThatBlocksMoreThanItsShareUntilItIsResumed() {
    GateSettings tenth =
        new GateSettings(AddressSet.NONE, DryRun.OFF, 0.1, 100, 10 * SECOND, false);
    try (Gateway gateway = new Gateway(tenth, DROP, OTHER)) {
      for (int i = 0; i < 90; i++) {
        gateway.udp("a bird");
      }
      for (int i = 0; i < 10; i++) {
        assertThat(gateway.udp("a worm")).as("%d", i).isEqualTo(Treatment.DROP);
      }
      assertThat(gateway.alarms()).isEmpty();
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.FORWARD);
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.FORWARD);
      assertThat(gateway.alarms()).hasSize(1);
      assertThat(gateway.udp("other")).isEqualTo(Treatment.DROP);
      gateway.elapse(11 * SECOND);
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.FORWARD);
      RuleKey rule = gateway.alarms().getFirst().key();
      assertThat(gateway.gate().counts().suspended()).extracting(Rule::key).containsExactly(rule);
      assertThat(gateway.gate().resume(rule)).isTrue();
      assertThat(gateway.gate().resume(rule)).isFalse();
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.DROP);
    }
  }

  @Test
  void countsSharesOfOneWhileOnly() {
    GateSettings tenth = new GateSettings(AddressSet.NONE, DryRun.OFF, 0.1, 20, SECOND, false);
    try (Gateway gateway = new Gateway(tenth, DROP)) {
      for (int i = 0; i < 100; i++) {
        gateway.elapse(SECOND / 4);
        assertThat(gateway.udp("a worm")).as("%d", i).isEqualTo(Treatment.DROP);
      }
    }
  }

  @Test
  void dropsWhatIsNotSoundIfItIsTold() {
    byte[] whole =
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4,
            PacketBytes.ipv4(
                PacketBytes.A4,
                PacketBytes.B4,
                PacketBytes.UDP,
                PacketBytes.udp(1, 2, PacketBytes.text("some text"))));
    byte[] cut = Arrays.copyOf(whole, whole.length - 5);
    try (Gateway lenient = new Gateway(GateSettings.DEFAULT, DROP);
        Gateway strict = new Gateway(GateSettings.DEFAULT.withDropsUnsound(true), DROP)) {
      assertThat(lenient.take(cut)).isEqualTo(Treatment.FORWARD);
      assertThat(strict.take(cut)).isEqualTo(Treatment.DROP);
      assertThat(strict.take(whole)).isEqualTo(Treatment.FORWARD);
      assertThat(strict.gate().counts().unsound()).isEqualTo(1);
    }
  }

  @Test
  void refusesSharesThatAreNone() {
    for (double share : new double[] {0, -1, 1.01, Double.NaN}) {
      assertThatThrownBy(() -> GateSettings.DEFAULT.withMostShare(share))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new GateSettings(AddressSet.NONE, DryRun.OFF, 1, 0, SECOND, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GateSettings(AddressSet.NONE, DryRun.OFF, 1, 1, 1, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AddressSet addresses(String text) throws Mistake {
    return new Sets(Variables.DEFAULTS).addresses("here", text);
  }
}
