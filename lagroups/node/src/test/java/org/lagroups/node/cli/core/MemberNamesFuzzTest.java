package org.lagroups.node.cli.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever a person types to name a member: one node, or a refusal. */
final class MemberNamesFuzzTest {

  private final MemberNames names = new MemberNames(MemberNamesTest.view("alice", "bob", "1"));

  @MethodSource("typed")
  @FuzzTest(maxDuration = "30s")
  void member(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      assertThat(names.resolve(names.resolve(text).toString())).isEqualTo(names.resolve(text));
    } catch (CommandFailedException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(typed(), this::member);
  }

  static List<byte[]> typed() {
    String id = MemberNamesTest.view("alice").you().toString();
    return Stream.of("alice", "BOB", "1", "03", "99", "me", id, id.substring(0, 9))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
