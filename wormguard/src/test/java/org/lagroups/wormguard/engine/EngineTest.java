package org.lagroups.wormguard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.testing.PacketBytes.text;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.wormguard.engine.header.NoFlow;
import org.lagroups.wormguard.testing.PacketBytes;

/** What rules come to together, and over the packets of a flow. */
final class EngineTest {

  private static final int ACK = 16;

  private final FakeFlow flow = new FakeFlow(1);

  @Test
  void lookForAllContentsAtOnce() {
    String[] rules =
        LongStream.rangeClosed(1, 200)
            .mapToObj(sid ->
                "alert udp any any -> any any (content:\"<%d>\"; sid:%d;)".formatted(sid, sid))
            .toArray(String[]::new);
    try (Guarding guarding = Guarding.with(rules)) {
      assertThat(guarding.udp(text("<17><3><200><201>"))).containsExactly(3L, 17L, 200L);
    }
  }

  @Test
  void passWinsOverAllOthersWhereverItStands() {
    try (Guarding guarding =
        Guarding.with(
            "alert udp any any -> any any (content:\"abc\"; sid:1;)",
            "drop udp any any -> any any (content:\"abc\"; sid:2;)",
            "pass udp any any -> any any (content:\"xyz\"; sid:3;)")) {
      assertThat(guarding.udp(text("abc"))).containsExactly(2L, 1L);
      assertThat(guarding.verdict()).isEqualTo(Verdict.DROP);
      assertThat(guarding.udp(text("abcxyz"))).isEmpty();
      assertThat(guarding.verdict()).isEqualTo(Verdict.PASS);
      assertThat(guarding.udp(text("none"))).isEmpty();
      assertThat(guarding.verdict()).isEqualTo(Verdict.NOTHING);
    }
  }

  @Test
  void passByAddressesGoesForTheWholeFlow() {
    flow.firstOfDirection = true;
    try (Guarding guarding =
        Guarding.with(
            "pass udp any any -> any any (sid:1;)",
            "alert udp any any -> any any (content:\"abc\"; sid:2;)")) {
      guarding.judge(udp("first"), flow);
      flow.firstOfDirection = false;
      assertThat(guarding.judge(udp("abc"), flow)).isEmpty();
      assertThat(guarding.verdict()).isEqualTo(Verdict.PASS);
      assertThat(guarding.judge(udp("abc"), new FakeFlow(2))).containsExactly(2L);
    }
  }

  @Test
  void rejectIsMoreThanDrop() {
    try (Guarding guarding =
        Guarding.with(
            "drop udp any any -> any any (content:\"abc\"; sid:1;)",
            "reject udp any any -> any any (content:\"abc\"; sid:2;)")) {
      assertThat(guarding.udp(text("abc"))).containsExactly(2L, 1L);
      assertThat(guarding.verdict()).isEqualTo(Verdict.REJECT);
    }
  }

  @Test
  void rulesOfAddressesAloneAlertOncePerDirection() {
    try (Guarding guarding =
        Guarding.with(
            "alert udp any any -> any any (sid:1;)",
            "alert udp any any -> any 53 (sid:2;)",
            "alert udp any any -> any any (dsize:<9; sid:3;)")) {
      flow.firstOfDirection = true;
      assertThat(guarding.judge(udp("a"), flow)).containsExactly(1L, 2L, 3L);
      flow.firstOfDirection = false;
      assertThat(guarding.judge(udp("a"), flow)).containsExactly(2L, 3L);
    }
  }

  @Test
  void flowBitsJoinPacketsOfOneFlow() {
    try (Guarding guarding =
        Guarding.with(
            "alert udp any any -> any any (flowbits:isset,seen; content:\"bc\"; sid:1;)",
            "alert udp any any -> any any (flowbits:set,seen; noalert; content:\"ab\"; sid:2;)",
            "alert udp any any -> any any (flowbits:unset,seen; content:\"end\"; sid:3;)",
            "alert udp any any -> any any (flowbits:isnotset,seen|other; content:\"q\"; sid:4;)",
            "alert udp any any -> any any (flowbits:toggle,other; content:\"t\"; sid:5;)",
            "alert udp any any -> any any (flowbits:isset,seen&other; content:\"r\"; sid:6;)")) {
      assertThat(guarding.judge(udp("bc"), flow)).isEmpty();
      assertThat(guarding.judge(udp("ab"), flow)).isEmpty();
      assertThat(guarding.judge(udp("bc"), flow)).containsExactly(1L);
      assertThat(guarding.judge(udp("bc"), new FakeFlow(2))).isEmpty();
      assertThat(guarding.judge(udp("q"), flow)).containsExactly(4L);
      assertThat(guarding.judge(udp("r"), flow)).isEmpty();
      assertThat(guarding.judge(udp("t"), flow)).containsExactly(5L);
      assertThat(guarding.judge(udp("r"), flow)).containsExactly(6L);
      assertThat(guarding.judge(udp("q"), flow)).isEmpty();
      assertThat(guarding.judge(udp("end"), flow)).containsExactly(3L);
      assertThat(guarding.judge(udp("bc"), flow)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'threshold:type limit, track by_src, count 2, seconds 10', 1 2 9 10",
    "'threshold:type limit, track by_rule, count 3, seconds 10', 1 2 3 9 10 11",
    "'threshold:type threshold, track by_both, count 3, seconds 10', 3 6 11",
    "'threshold:type both, track by_flow, count 3, seconds 10', 3 11",
    "'detection_filter:track by_dst, count 5, seconds 10', 6 7 8"
  })
  void thresholdsCountByTheClockOfPackets(String option, String expected) {
    List<String> alerting = new ArrayList<>();
    try (Guarding guarding =
        Guarding.with("alert udp any any -> any any (content:\"a\"; " + option + "; sid:1;)")) {
      for (int match = 1; match <= 11; match++) {
        if (match == 9) {
          guarding.letPass(10);
        }
        if (!guarding.udp(text("a")).isEmpty()) {
          alerting.add(String.valueOf(match));
        }
      }
    }
    assertThat(String.join(" ", alerting)).isEqualTo(expected);
  }

  @Test
  void contentOfTcpIsLookedForInTheStreamAndNotInItsPackets() {
    flow.streamed = true;
    try (Guarding guarding =
        Guarding.with(
            "alert tcp any any -> any any (content:\"abc\"; sid:1;)",
            "alert tcp-pkt any any -> any any (content:\"abc\"; sid:2;)",
            "alert tcp-stream any any -> any any (content:\"abc\"; sid:3;)",
            "alert tcp any any -> any any (content:\"abc\"; depth:3; sid:4;)",
            "alert tcp any any -> any any (content:\"abc\"; dsize:3; sid:5;)",
            "alert ip any any -> any any (content:\"abc\"; sid:6;)",
            "alert tcp any any -> any any (flow:no_stream; content:\"abc\"; sid:7;)",
            "alert tcp any any -> any any (flow:only_stream; content:\"abc\"; sid:8;)",
            "alert udp any any -> any any (content:\"abc\"; sid:9;)")) {
      assertThat(guarding.judge(tcp("abc"), flow)).containsExactly(2L, 4L, 5L, 7L);
      guarding.begin(tcp("bc"), flow);
      guarding.stream("abc");
      assertThat(guarding.finish()).containsExactly(1L, 3L, 4L, 6L, 8L);
      assertThat(guarding.alerts()).allMatch(Alert::isInStream);
      guarding.begin(tcp("abc"), flow);
      guarding.stream("abc");
      assertThat(guarding.finish()).as("once each").containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }
  }

  @Test
  void contentOfTcpIsLookedForInPacketsOfNoStream() {
    try (Guarding guarding =
        Guarding.with(
            "alert tcp any any -> any any (content:\"abc\"; sid:1;)",
            "alert tcp-stream any any -> any any (content:\"abc\"; sid:2;)")) {
      assertThat(guarding.judge(tcp("abc"), flow)).containsExactly(1L);
    }
  }

  @Test
  void passInTheStreamGoesForTheWholeFlow() {
    flow.streamed = true;
    flow.established = true;
    try (Guarding guarding =
        Guarding.with(
            "pass tcp any any -> any any (content:\"ok\"; sid:1;)",
            "alert tcp any any -> any any (content:\"abc\"; sid:2;)")) {
      guarding.begin(tcp("ok"), flow);
      guarding.stream("ok");
      assertThat(guarding.finish()).isEmpty();
      assertThat(guarding.verdict()).isEqualTo(Verdict.PASS);
      guarding.begin(tcp("abc"), flow);
      guarding.stream("abc");
      assertThat(guarding.finish()).isEmpty();
    }
  }

  @Test
  void fragmentsAreJudgedByHeadersAlone() {
    byte[] fragment =
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4,
            PacketBytes.ipv4Fragment(
                PacketBytes.A4, PacketBytes.B4, 17, 9, 8, false, text("abcdefgh")));
    try (Guarding guarding =
        Guarding.with(
            "alert ip any any -> any any (content:\"abc\"; sid:1;)",
            "alert ip any any -> any any (content:!\"xyz\"; sid:2;)",
            "alert ip any any -> any any (fragoffset:1; sid:3;)",
            "alert ip 192.0.2.1 any -> any any (sid:4;)")) {
      assertThat(guarding.judge(fragment, NoFlow.NO_FLOW)).containsExactly(3L, 4L);
    }
  }

  @Test
  void noPayloadIsWhatNoRuleAboutPayloadsAsksFor() {
    try (Guarding guarding =
        Guarding.with("alert udp any any -> any any (content:!\"abc\"; sid:1;)")) {
      assertThat(guarding.udp(text("x"))).containsExactly(1L);
      assertThat(guarding.udp(text(""))).isEmpty();
    }
  }

  @Test
  void giveUpOnPayloadsThatAreMadeToTakeLong() {
    String chain = "content:\"a\"; distance:0; ".repeat(30);
    try (Guarding guarding =
        Guarding.with(
            "alert udp any any -> any any (content:\"a\"; "
                + chain
                + "content:\"b\"; within:1; sid:1;)",
            "alert udp any any -> any any (content:\"aa\"; sid:2;)")) {
      assertThat(guarding.udp(text("a".repeat(1_400)))).containsExactly(2L);
      assertThat(guarding.engine().gaveUp()).isEqualTo(1);
      assertThat(guarding.udp(text("a".repeat(1_400) + "b"))).containsExactly(1L, 2L);
      assertThat(guarding.udp(text("a".repeat(31) + "b"))).containsExactly(1L, 2L);
    }
  }

  @Test
  void boundWhatAllRulesOfAFrameTakeTogetherAndLetTheLastOneHold() {
    String chain = "content:\"a\"; distance:0; ".repeat(30);
    List<String> rules = new ArrayList<>();
    for (int sid = 1; sid <= 100; sid++) {
      rules.add(
          "alert udp any any -> any any (content:\"a\"; %scontent:\"b\"; within:%d; sid:%d;)"
              .formatted(chain, sid, sid));
      rules.add(
          "alert udp any any -> any any (pcre:\"/(a)%s\\1{%d}b/\"; sid:%d;)"
              .formatted("a*".repeat(8), sid, 100 + sid));
    }
    rules.add("alert udp any any -> any any (content:\"aaac\"; content:\"c\"; sid:900;)");
    byte[] payload = text("a".repeat(1_400) + "c");
    try (Guarding guarding = Guarding.with(rules.toArray(String[]::new))) {
      for (int frame = 1; frame <= 2; frame++) {
        long before = guarding.engine().effort();
        assertThat(guarding.udp(payload)).containsExactly(900L);
        assertThat(guarding.engine().effort() - before).isBetween(4_000_000L, 12_000_000L);
        assertThat(guarding.engine().gaveUp()).isEqualTo(200L * frame);
      }
    }
  }

  @Test
  void lookForPatternsBehindEachOfManyContents() {
    try (Guarding guarding =
        Guarding.with(
            "alert udp any any -> any any (content:\"a\"; pcre:\"/^b/R\"; sid:1;)",
            "alert udp any any -> any any (content:\"a\"; pcre:\"/x.*y.*z/R\"; sid:2;)")) {
      assertThat(guarding.udp(text("a".repeat(1_400) + "ab"))).containsExactly(1L);
      assertThat(guarding.engine().gaveUp()).isZero();
      assertThat(guarding.udp(text("axy".repeat(480) + "ab"))).containsExactly(1L);
      assertThat(guarding.engine().gaveUp()).as("of the second rule").isEqualTo(1);
    }
  }

  @Test
  void createNothingForPacketsThatMatchNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Guarding guarding =
        Guarding.with(
            "alert udp any any -> any any (content:\"abc\"; content:\"d\"; within:1; sid:1;)",
            "alert udp any any -> any any (pcre:\"/x[0-9]+z/\"; sid:2;)",
            "alert ip 203.0.113.0/24 any -> any [1,2] (sid:3;)",
            "alert udp any any -> any any (byte_test:1,=,9,0; dsize:>3; sid:4;)")) {
      guarding.begin(udp("abc abce x12y"), flow);
      for (int i = 0; i < 1_000; i++) {
        guarding.again();
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1_000; i++) {
        guarding.again();
      }
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as("bytes for a thousand packets")
          .isLessThan(1_000);
    }
  }

  private static byte[] udp(String payload) {
    return Guarding.frame(17, PacketBytes.udp(1_000, 53, text(payload)));
  }

  private static byte[] tcp(String payload) {
    return Guarding.frame(6, PacketBytes.tcp(1_000, 80, 1, 1, ACK, text(payload)));
  }
}
