package org.lagroups.scenarios.bench.group.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.netlab.Laboratories;

final class StarNetworkTest {

  private static final int SENT = 100;

  @Test
  void losesWhatATroubleSaysAndNothingElse() throws InterruptedException, IOException {
    Laboratories.assumePossible();
    try (StarNetwork network = StarNetwork.make("test")) {
      assertThat(arrived(network, Place.CROWD, Place.TROUBLED)).isEqualTo(SENT);

      network.suffer(Trouble.LONELY);
      assertThat(arrived(network, Place.CROWD, Place.TROUBLED)).isZero();
      assertThat(arrived(network, Place.TROUBLED, Place.CROWD)).isZero();
      assertThat(arrived(network, Place.FRIEND, Place.TROUBLED)).isEqualTo(SENT);
      assertThat(arrived(network, Place.FRIEND, Place.CROWD)).isEqualTo(SENT);

      network.suffer(Trouble.LOSS);
      assertThat(arrived(network, Place.CROWD, Place.TROUBLED)).isBetween(1L, SENT / 2L);
      assertThat(arrived(network, Place.FRIEND, Place.CROWD)).isEqualTo(SENT);

      network.suffer(Trouble.FLIP_FLOP);
      assertThat(arrived(network, Place.CROWD, Place.TROUBLED)).isZero();
      assertThat(arrived(network, Place.TROUBLED, Place.CROWD)).isEqualTo(SENT);

      network.heal();
      assertThat(arrived(network, Place.CROWD, Place.TROUBLED)).isEqualTo(SENT);
    }
  }

  /** Of {@link #SENT} datagrams to a port that nobody listens at. */
  private static long arrived(StarNetwork network, Place from, Place to)
      throws InterruptedException, IOException {
    long before = unclaimed(network, to);
    String send =
        "for ((i = 0; i < %d; i++)); do echo x >/dev/udp/%s/9; done"
            .formatted(SENT, network.at(to).address());
    output(network, from, List.of("bash", "-c", send));
    return unclaimed(network, to) - before;
  }

  private static long unclaimed(StarNetwork network, Place place)
      throws InterruptedException, IOException {
    List<String> lines =
        output(network, place, List.of("cat", "/proc/net/snmp"))
            .lines()
            .filter(line -> line.startsWith("Udp:"))
            .toList();
    int column = List.of(lines.get(0).split(" ", -1)).indexOf("NoPorts");
    return Long.parseLong(lines.get(1).split(" ", -1)[column]);
  }

  private static String output(StarNetwork network, Place place, List<String> command)
      throws InterruptedException, IOException {
    Process process =
        new ProcessBuilder(network.at(place).inside(command)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
