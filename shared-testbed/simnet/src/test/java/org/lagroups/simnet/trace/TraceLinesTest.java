package org.lagroups.simnet.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Delivery;

class TraceLinesTest {

  private final Trace trace = new Trace(4);

  private void tell() {
    trace.nameNode("a");
    trace.nameNode("b");
    trace.note(0, "seed 1");
    trace.node(0, TraceKind.START, 0, 1);
    trace.timer(1_500_000_000, 0, 2, "BEAT");
    trace.message(
        1_500_000_001, TraceKind.LOSE, 0, 1, 2, Delivery.DATAGRAM, Why.LOSS, 40, 0xabcdef01);
    trace.link(2_000_000_000, TraceKind.DOWN, 1, 0, Why.IDLE);
  }

  @Test
  void keepsTheLastOnes() {
    tell();
    assertThat(trace.lastLines())
        .containsExactly(
            "0.000000000 a start life 1",
            "1.500000000 a timer protocol 2 BEAT",
            "1.500000001 a lose b protocol 2 datagram 40 bytes #abcdef01 (loss)",
            "2.000000000 b down a idle");
  }

  @Test
  void writesThemAllWhenAskedTo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("trace");
    try (BufferedWriter writer = TraceFile.open(file.toString())) {
      trace.writeTo(writer);
      tell();
      trace.flush();
      assertThat(Files.readAllLines(file))
          .hasSize(5)
          .startsWith("0.000000000 -- seed 1")
          .endsWith("2.000000000 b down a idle");
    }
  }

  @Test
  void saysWhichFileItCannotWrite(@TempDir Path folder) {
    String name = folder.resolve("missing").resolve("trace").toString();
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> TraceFile.open(name))
        .withMessageContaining(name);
  }

  @Test
  void digestDependsOnEveryField() {
    String before = trace.digest();
    tell();
    String told = trace.digest();
    assertThat(told).hasSize(32).isNotEqualTo(before);
    Trace other = new Trace(1);
    other.message(0, TraceKind.SEND, 0, 1, 2, Delivery.DATAGRAM, Why.NONE, 40, 1);
    Trace another = new Trace(1);
    another.message(0, TraceKind.SEND, 0, 1, 2, Delivery.DATAGRAM, Why.NONE, 40, 2);
    assertThat(other.digest()).isNotEqualTo(another.digest());
  }
}
