package org.lagroups.wormguard.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.flow.Conversation.ACK;
import static org.lagroups.wormguard.flow.Conversation.SYN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.flow.Conversation;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.stream.StreamSettings;
import org.lagroups.wormguard.testing.PacketBytes;

/** What lies across parts of a stream is found, and found once. */
class StreamPartsTest {

  private static final String EVIL = "alert tcp any any -> any any (content:\"EVIL\"; sid:1;)";

  private final Conversation hosts = Conversation.fromPort(1_000);
  private Inspecting guard = Inspecting.with(EVIL);
  private int sent;

  @AfterEach
  void close() {
    guard.close();
  }

  @Test
  void findsWhatLiesAcrossSegments() {
    guard.handshake(hosts);
    assertThat(client("xxEV")).isEmpty();
    assertThat(client("ILxx")).containsExactly(1L);
  }

  @Test
  void findsWhatComesInSingleBytes() {
    use(
        "alert tcp any any -> any any (content:\"USER\"; content:\"root\"; distance:1; sid:2;)",
        "alert tcp any any -> any any (pcre:\"/U.*t$/\"; sid:3;)");
    guard.handshake(hosts);
    for (char each : "USER roo".toCharArray()) {
      assertThat(client(String.valueOf(each))).isEmpty();
    }
    assertThat(client("t")).containsExactly(2L, 3L);
    assertThat(client("t")).isEmpty();
  }

  @Test
  void doesNotAlertTwiceForTheSameBytes() {
    guard.handshake(hosts);
    assertThat(client("EVIL")).containsExactly(1L);
    assertThat(client("x")).isEmpty();
    assertThat(client("xEVI")).isEmpty();
    assertThat(client("L")).containsExactly(1L);
    assertThat(client("EVIL")).containsExactly(1L);
  }

  @Test
  void doesNotAlertLaterForWhatThePacketByItselfAlertedFor() {
    use("alert tcp any any -> any any (content:\"EVIL\"; depth:4; sid:1;)");
    guard.handshake(hosts);
    assertThat(client("EVIL")).containsExactly(1L);
    assertThat(client("x")).isEmpty();
  }

  @Test
  void findsWhatLiesBeforeTheLiteralInAnEarlierPart() {
    use(
        "alert tcp any any -> any any (content:\"abc\"; content:\"literal\"; sid:1;)",
        "alert tcp any any -> any any (content:\"literal\"; content:\"abc\"; distance:-12; sid:2;)",
        "alert tcp any any -> any any (content:\"literal\"; pcre:\"/abc/\"; sid:3;)");
    guard.handshake(hosts);
    assertThat(client("..abc..")).isEmpty();
    assertThat(client("literal")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void findsWhatFollowsTheLiteralInLaterParts() {
    use(
        "alert tcp any any -> any any (content:\"literal\"; content:\"abc\"; distance:0; sid:1;)",
        "alert tcp any any -> any any (content:\"literal\"; pcre:\"/^.{9}abc/R\"; sid:2;)");
    guard.handshake(hosts);
    assertThat(client("x".repeat(900) + "lit")).isEmpty();
    assertThat(client("eral...")).isEmpty();
    assertThat(client("......")).isEmpty();
    assertThat(client("abc")).containsExactly(1L, 2L);
  }

  @Test
  void judgesAPacketByWhatIsInItThoughItIsLookedThroughWithWhatCameBefore() {
    use(
        "alert tcp-pkt any any -> any any (content:\"EVIL\"; sid:1;)",
        "alert tcp any any -> any any (content:\"EVIL\"; depth:4; sid:2;)",
        "alert tcp any any -> any any (content:\"EVIL\"; sid:3;)");
    guard.handshake(hosts);
    assertThat(client("xEVILxEV")).containsExactly(1L, 3L);
    assertThat(client("IL EV")).as("where the rule held before").isEmpty();
    assertThat(client("ILEVIL")).containsExactly(1L, 3L);
    assertThat(client("EVIL")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void putsSegmentsInOrder() {
    guard.handshake(hosts);
    guard.see(hosts.client(ACK, 1_003, 501, "IL"));
    assertThat(guard.alerts()).isEmpty();
    guard.see(hosts.client(ACK, 1_001, 501, "EV"));
    assertThat(guard.alerts()).containsExactly(1L);
  }

  @Test
  void judgesByItselfWhatFillsAGapThatWasGivenUp() {
    guard.handshake(hosts);
    guard.see(hosts.client(ACK, 1_005, 501, "good"));
    guard.see(hosts.server(ACK, 501, 1_009, ""));
    guard.see(hosts.client(ACK, 1_001, 501, "EVIL"));
    assertThat(guard.alerts()).containsExactly(1L);
  }

  @Test
  void judgesByItselfWhatRepeatsPlacesWithOtherBytes() {
    guard.handshake(hosts);
    client("good");
    guard.see(hosts.client(ACK, 1_001, 501, "EVIL"));
    assertThat(guard.alerts()).containsExactly(1L);
    guard.see(hosts.client(ACK, 1_001, 501, "EVIL and more"));
    assertThat(guard.alerts()).containsExactly(1L);
  }

  @Test
  void judgesByItselfWhatContradictsBytesThatWaited() {
    guard.handshake(hosts);
    guard.see(hosts.client(ACK, 1_003, 501, "od"));
    guard.see(hosts.client(ACK, 1_001, 501, "EVIL"));
    assertThat(guard.alerts()).containsExactly(1L);
  }

  @Test
  void sameBytesAgainDoNotAlertAgain() {
    guard.handshake(hosts);
    assertThat(client("EVIL")).containsExactly(1L);
    guard.see(hosts.client(ACK, 1_001, 501, "EVIL"));
    guard.see(hosts.client(ACK, 1_001, 501, "EVIL and more"));
    assertThat(guard.alerts()).isEmpty();
  }

  @Test
  void judgesAllOfTheSegmentThatReachesTheDepth() {
    guard =
        new Inspecting(
            Inspecting.SETTINGS.withStreams(new StreamSettings(1 << 20, 256 << 10, 10)),
            BlockingPolicy.NOTHING,
            EVIL);
    guard.handshake(hosts);
    assertThat(client("01234567EVIL")).containsExactly(1L);
    assertThat(client("EVIL")).containsExactly(1L);
  }

  @Test
  void findsNothingAcrossAGap() {
    guard.handshake(hosts);
    client("EV");
    guard.see(hosts.client(ACK, 1_004, 501, "IL EVIL"));
    guard.see(hosts.server(ACK, 501, 1_011, ""));
    assertThat(guard.alerts()).containsExactly(1L);
  }

  @Test
  void tellsTheSideThatSentWhatTheOtherMakesKnown() {
    guard.handshake(hosts);
    guard.see(hosts.client(ACK, 1_003, 501, "EVIL"));
    guard.see(hosts.server(ACK, 501, 1_007, ""));
    Finding found = guard.findings().getFirst();
    assertThat(found.isStandIn()).isTrue();
    assertThat(found.direction()).isEqualTo(Direction.TO_SERVER);
    assertThat(found.packet().sourcePort()).isEqualTo(1_000);
    assertThat(found.packet().destinationPort()).isEqualTo(80);
    assertThat(found.packet().sourceLow()).isEqualTo(found.clientLow());
    assertThat(found.packet().payloadLength()).isZero();
  }

  @Test
  void judgesWhatStillWaitsWhenFlowsEnd() {
    Conversation others = new Conversation(false, 77);
    guard.handshake(others);
    guard.see(others.client(ACK, 1_003, 501, "EVIL"));
    assertThat(guard.alerts()).isEmpty();
    guard.inspector().endFlows();
    assertThat(guard.findings().getFirst().packet().ipVersion()).isEqualTo(6);
    assertThat(guard.findings().getFirst().packet().sourceHigh())
        .isEqualTo(guard.findings().getFirst().clientHigh());
    assertThat(guard.alerts()).containsExactly(1L);
  }

  /** What a stream had before it began anew hides nothing that it has then. */
  @Test
  void alertsAnewInAStreamThatBeginsAnew() {
    guard.see(hosts.client(SYN, 1_000, 0, "xxEVIL"));
    assertThat(guard.alerts()).containsExactly(1L);
    guard.see(hosts.server(SYN | ACK, 500, 1_001, ""));
    assertThat(client("xxEV")).isEmpty();
    assertThat(client("IL")).containsExactly(1L);
  }

  @Test
  void findsWhatLiesAcrossSegmentsOfAConnectionBetweenPortsThatWereUsedBefore() {
    guard.handshake(hosts);
    client("EV");
    guard.see(hosts.client(SYN, 900_000_000, 0, ""));
    guard.see(hosts.server(SYN | ACK, 7_000, 900_000_001, ""));
    guard.see(hosts.client(ACK, 900_000_001, 7_001, "IL EV"));
    assertThat(guard.alerts()).isEmpty();
    guard.see(hosts.client(ACK, 900_000_006, 7_001, "IL"));
    assertThat(guard.alerts()).containsExactly(1L);
  }

  @Test
  void countsPlacesFromTheBeginningOfTheStream() {
    use(
        "alert tcp-stream any any -> any any (content:\"abc\"; startswith; sid:1;)",
        "alert tcp-stream any any -> any any (content:\"abc\"; offset:2000; depth:3; sid:2;)",
        "alert tcp-stream any any -> any any (pcre:\"/^abc/\"; sid:3;)",
        "alert tcp-stream any any -> any any (content:\"abc\"; byte_test:1,=,0x61,2000; sid:4;)");
    guard.handshake(hosts);
    assertThat(client("x".repeat(1_500))).isEmpty();
    assertThat(client("x".repeat(500))).isEmpty();
    assertThat(client("abc")).containsExactly(2L, 4L);
  }

  @Test
  void findsNothingWiderThanAWindowAndAPart() {
    guard =
        new Inspecting(
            Inspecting.SETTINGS.withWindows(8, 100),
            BlockingPolicy.NOTHING,
            "alert tcp any any -> any any (content:\"begin\"; content:\"end\"; distance:0; sid:1;)");
    guard.handshake(hosts);
    client("begin" + "x".repeat(95));
    assertThat(client("end")).containsExactly(1L);
    client("begin" + "x".repeat(96));
    assertThat(client("end")).isEmpty();
  }

  @Test
  void aStreamThatWasSilentLosesItsWindow() {
    String begin = "E".repeat(70);
    guard =
        new Inspecting(
            Inspecting.SETTINGS.withWindows(1, 100),
            BlockingPolicy.NOTHING,
            "alert tcp any any -> any any (content:\"%sVIL\"; sid:1;)".formatted(begin));
    guard.handshake(hosts);
    client(begin + "V");
    Conversation others = Conversation.fromPort(2);
    guard.handshake(others);
    guard.see(others.client(ACK, 1_001, 501, begin + "V"));
    assertThat(guard.inspector().counts().windowsLost()).isEqualTo(1);
    guard.see(others.client(ACK, 1_001 + 71, 501, "IL"));
    assertThat(guard.alerts()).containsExactly(1L);
    assertThat(client("IL")).isEmpty();
  }

  @Test
  void aFewBytesAreKeptOfEveryStream() {
    guard = new Inspecting(Inspecting.SETTINGS.withWindows(1, 100), BlockingPolicy.NOTHING, EVIL);
    List<Conversation> all = IntStream.rangeClosed(1, 8).mapToObj(Conversation::fromPort).toList();
    for (Conversation each : all) {
      guard.handshake(each);
      guard.see(each.client(ACK, 1_001, 501, "x".repeat(60) + "EV"));
    }
    for (Conversation each : all) {
      guard.see(each.client(ACK, 1_001 + 62, 501, "IL"));
    }
    assertThat(guard.alerts()).hasSize(all.size());
    assertThat(guard.inspector().counts().windowsLost()).isZero();
  }

  @Test
  void ratherMissesThanTellsTwiceWhenNoMoreCanBeNoted() {
    guard =
        new Inspecting(
            Inspecting.SETTINGS.withMarks(1),
            BlockingPolicy.NOTHING,
            EVIL,
            "alert tcp any any -> any any (content:\"VI\"; sid:2;)");
    guard.handshake(hosts);
    assertThat(client("EVIL E")).containsExactly(1L, 2L);
    assertThat(client("VIL")).containsExactly(2L);
  }

  @Test
  void howAStreamIsCutDoesNotMatter() {
    Seeds.forEach(60, 3_000, StreamPartsTest::cutAsItComes);
  }

  /** A text with each needle once, cut and shuffled at random: each of them alerts once. */
  private static void cutAsItComes(long seed) {
    Random random = new Random(seed);
    int needles = 1 + random.nextInt(5);
    byte[] text = new byte[2_000 + random.nextInt(4_000)];
    Arrays.fill(text, (byte) '.');
    List<Integer> order = shuffled(IntStream.range(0, needles).boxed().toList(), random);
    int step = text.length / needles;
    for (int i = 0; i < needles; i++) {
      byte[] needle = needle(order.get(i));
      int at = i * step + random.nextInt(step - needle.length);
      System.arraycopy(needle, 0, text, at, needle.length);
    }
    String[] rules =
        IntStream.range(0, needles)
            .mapToObj(i ->
                "alert tcp any any -> any any (content:\"%s\"; sid:%d;)"
                    .formatted(new String(needle(i), StandardCharsets.US_ASCII), i + 1))
            .toArray(String[]::new);
    Conversation hosts = Conversation.fromPort(1 + random.nextInt(60_000));
    try (Inspecting guard = Inspecting.with(rules)) {
      guard.handshake(hosts);
      List<int[]> parts = parts(text.length, random);
      int lookahead = 1 + random.nextInt(5);
      while (!parts.isEmpty()) {
        int[] part = parts.remove(random.nextInt(Math.min(lookahead, parts.size())));
        byte[] payload = Arrays.copyOfRange(text, part[0], part[1]);
        guard.see(hosts.client(ACK, 1_001 + part[0], 501, payload));
      }
      assertThat(guard.alerts())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, needles).mapToObj(i -> i + 1L).toList());
    }
  }

  private static List<int[]> parts(int length, Random random) {
    List<int[]> parts = new ArrayList<>();
    int most = random.nextBoolean() ? 7 : 1_400;
    for (int at = 0; at < length; ) {
      int end = Math.min(length, at + 1 + random.nextInt(most));
      parts.add(new int[] {at, end});
      at = end;
    }
    return parts;
  }

  private static byte[] needle(int number) {
    return PacketBytes.text("<needle %d%s>".formatted(number, "n".repeat(number * 9)));
  }

  private static List<Integer> shuffled(List<Integer> numbers, Random random) {
    List<Integer> shuffled = new ArrayList<>(numbers);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private List<Long> client(String payload) {
    guard.see(hosts.client(ACK, 1_001L + sent, 501, payload));
    sent += payload.length();
    return guard.alerts();
  }

  private void use(String... rules) {
    guard.close();
    guard = Inspecting.with(rules);
  }
}
