package org.lagroups.wormguard.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.wormguard.enforce.GateSettings;
import org.lagroups.wormguard.enforce.Treatment;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.inspect.InspectSettings;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.testing.PacketBytes;

class RuleBookTest {

  private static final String WORM =
      "drop tcp any any -> any any (msg:\"one\"; content:\"worm\"; sid:1;)\n";
  private static final String BIRD =
      "drop tcp any any -> any any (msg:\"two\"; content:\"bird\"; sid:1; rev:2;)\n";
  private static final long SECOND = 1_000_000_000L;
  private static final int SYN = 2;
  private static final int ACK = 16;

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");
  private long nanos = SECOND;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("own.rules"), WORM);
  }

  @Test
  void changesRulesWithoutForgettingFlows() throws IOException, GuardException {
    RuleBook book = book(file);
    try (InspectingJudge judge = judge(book)) {
      assertThat(take(judge, true, SYN, 99, 0, "")).isEqualTo(Treatment.FORWARD);
      assertThat(take(judge, false, SYN | ACK, 499, 100, "")).isEqualTo(Treatment.FORWARD);
      assertThat(take(judge, true, ACK, 100, 500, "a bi")).isEqualTo(Treatment.FORWARD);
      Files.writeString(file, BIRD);
      assertThat(book.reload().rules()).hasSize(1);
      judge.tend(nanos);
      assertThat(take(judge, true, ACK, 104, 500, "rd, no w")).isEqualTo(Treatment.DROP);
      // The rest of its flow, also what is sent again in another way.
      assertThat(take(judge, true, ACK, 104, 500, "r")).isEqualTo(Treatment.DROP);
      assertThat(take(judge, true, ACK, 105, 500, "d")).isEqualTo(Treatment.DROP);
      assertThat(take(judge, false, ACK, 500, 100, "answer")).isEqualTo(Treatment.DROP);
      assertThat(judge.gateCounts().restOfFlows()).isZero();
      judge.tend(nanos);
      assertThat(judge.gateCounts().restOfFlows()).isEqualTo(3);
    }
  }

  @Test
  void aRuleThatComesBackHoldsAgain() throws IOException, GuardException {
    Files.writeString(file, WORM.replace("tcp", "udp"));
    RuleBook book = book(file);
    try (InspectingJudge judge = judge(book)) {
      assertThat(datagram(judge, "a worm")).isEqualTo(Treatment.DROP);
      Files.writeString(file, BIRD.replace("tcp", "udp"));
      book.reload();
      judge.tend(nanos);
      assertThat(datagram(judge, "a worm")).isEqualTo(Treatment.FORWARD);
      Files.writeString(file, WORM.replace("tcp", "udp"));
      book.reload();
      judge.tend(nanos);
      assertThat(datagram(judge, "a worm")).isEqualTo(Treatment.DROP);
    }
  }

  @Test
  void keepsTheRulesThatItHasIfOthersDoNotLoad() throws IOException, GuardException {
    RuleBook book = book(file);
    try (InspectingJudge judge = judge(book)) {
      Files.writeString(file, "this is no rule\n");
      assertThatThrownBy(book::reload)
          .isInstanceOf(GuardException.class)
          .hasMessageContaining("no rule");
      Files.delete(file);
      assertThatThrownBy(book::reload)
          .isInstanceOf(GuardException.class)
          .hasMessageContaining("no file");
      judge.tend(nanos);
      assertThat(take(judge, true, SYN, 99, 0, "")).isEqualTo(Treatment.FORWARD);
      assertThat(take(judge, false, SYN | ACK, 499, 100, "")).isEqualTo(Treatment.FORWARD);
      assertThat(take(judge, true, ACK, 100, 500, "a worm")).isEqualTo(Treatment.DROP);
    }
  }

  @Test
  void takesTheNewerOfTwoRulesOfTheSameName() throws IOException, GuardException {
    Path other = Files.writeString(folder.resolve("other.rules"), BIRD + "alert nothing\n");
    for (List<Path> files : List.of(List.of(file, other), List.of(other, file))) {
      Rulings rulings = new RuleSource(files, Variables.DEFAULTS).load();
      assertThat(rulings.rules()).hasSize(1);
      assertThat(rulings.rules().getFirst().id().revision()).isEqualTo(2);
      assertThat(rulings.refused()).isEqualTo(1);
      assertThat(rulings.notes()).hasSize(1).first().asString().contains("other.rules", "line 2");
    }
  }

  private static RuleBook book(Path file) throws GuardException {
    return RuleBook.open(
        new RuleSource(List.of(file), Variables.DEFAULTS), AutomatonMatcher::compile);
  }

  private static InspectingJudge judge(RuleBook book) {
    InspectSettings small =
        InspectSettings.DEFAULT
            .withFlows(FlowSettings.of(64, 100 * SECOND))
            .withWindows(8, 64)
            .withMarks(64);
    return new InspectingJudge(book, GateSettings.DEFAULT, small, _ -> {}, _ -> {});
  }

  private Treatment take(
      InspectingJudge judge, boolean toServer, int flags, long seq, long ack, String payload) {
    nanos += SECOND / 100;
    byte[] segment =
        PacketBytes.tcp(
            toServer ? 1 : 2, toServer ? 2 : 1, seq, ack, flags, PacketBytes.text(payload));
    byte[] frame =
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4,
            PacketBytes.ipv4(
                toServer ? PacketBytes.A4 : PacketBytes.B4,
                toServer ? PacketBytes.B4 : PacketBytes.A4,
                PacketBytes.TCP,
                segment));
    return take(judge, frame);
  }

  private Treatment datagram(InspectingJudge judge, String payload) {
    nanos += SECOND / 100;
    return take(
        judge,
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4,
            PacketBytes.ipv4(
                PacketBytes.A4,
                PacketBytes.B4,
                PacketBytes.UDP,
                PacketBytes.udp(1, 2, PacketBytes.text(payload)))));
  }

  private Treatment take(InspectingJudge judge, byte[] frame) {
    MemorySegment memory = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, frame);
    return judge.judge(memory, 0, frame.length, nanos);
  }
}
