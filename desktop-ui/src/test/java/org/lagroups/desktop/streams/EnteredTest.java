package org.lagroups.desktop.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.desktop.link.Samples;
import org.lagroups.simnet.fuzz.ShortRun;

final class EnteredTest {

  @Test
  void onlyAddressesOfThisMachineGoToAPlayer() {
    assertThat(Entered.player("http://127.0.0.1:8080/")).isPresent();
    assertThat(Entered.player("http://example.org/")).isEmpty();
    assertThat(Entered.player("http://127.0.0.1:0/")).isEmpty();
    assertThat(Entered.player("file:///etc/passwd")).isEmpty();
    assertThat(Entered.player("http://127.0.0.1@example.org/")).isEmpty();
  }

  @Test
  void ratesAreFiniteAndNotNegative() {
    assertThat(Entered.rate(" 2.5 ")).hasValue(2.5);
    assertThat(Entered.rate("-1")).isEmpty();
    assertThat(Entered.rate("NaN")).isEmpty();
    assertThat(Entered.rate("1e999")).isEmpty();
  }

  @Test
  void aListOfNodesIsWholeOrNone() {
    String one = Samples.id(1).toString();
    assertThat(Entered.nodes("")).hasValue(List.of());
    assertThat(Entered.nodes(one + ", ")).hasValue(List.of(Samples.id(1)));
    assertThat(Entered.nodes(one + ",x")).isEmpty();
    assertThat(Entered.nodes((one + ",").repeat(300))).isEmpty();
  }

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void anyText(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Entered.rate(text).ifPresent(rate -> assertThat(rate).isNotNegative().isFinite());
    Entered.nodes(text).ifPresent(nodes -> assertThat(nodes).hasSizeLessThan(300));
    Entered.player(text).ifPresent(uri -> assertThat(uri.getHost()).isEqualTo("127.0.0.1"));
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::anyText);
  }

  static List<byte[]> samples() {
    return Stream.of("2.5", "http://127.0.0.1:80/", Samples.id(1) + "," + Samples.id(2))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
