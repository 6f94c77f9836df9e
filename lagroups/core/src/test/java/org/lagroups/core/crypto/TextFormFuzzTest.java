package org.lagroups.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever a person types: a name that is written and read back the same, or a refusal. */
final class TextFormFuzzTest {

  @MethodSource("names")
  @FuzzTest(maxDuration = "30s")
  void textForms(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    check(text, NodeId::parse);
    check(text, GroupId::parse);
    check(text, NodeAddress::parse);
    parsed(text, RobustRule::parse)
        .ifPresent(rule -> assertThat(RobustRule.parse(rule.text())).isEqualTo(rule));
    parsed(text, Bytes::fromHex)
        .ifPresent(bytes -> assertThat(Bytes.fromHex(bytes.toHex())).isEqualTo(bytes));
  }

  @Test
  void shortRun() {
    ShortRun.on(names(), this::textForms);
  }

  static List<byte[]> names() {
    NodeId node = TestIdentities.of(0).nodeId();
    GroupId group = new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH)));
    return List.of(
            node.toString(),
            group.toString(),
            "127.0.0.1:80",
            "[::1]:80",
            "host.example:1",
            "0aff",
            "63",
            "majority/12",
            "none")
        .stream()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static <T> void check(String text, Function<String, T> parse) {
    parsed(text, parse)
        .ifPresent(value -> assertThat(parse.apply(value.toString())).isEqualTo(value));
  }

  private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return Optional.empty();
    }
  }
}
