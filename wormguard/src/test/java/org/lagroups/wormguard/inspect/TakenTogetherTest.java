package org.lagroups.wormguard.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lagroups.wormguard.flow.Conversation.ACK;
import static org.lagroups.wormguard.flow.Conversation.FIN;
import static org.lagroups.wormguard.flow.Conversation.RST;
import static org.lagroups.wormguard.flow.Conversation.SYN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.flow.Conversation;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.testing.RuleTexts;

/** Frames that are taken together are judged as if each was inspected when it came. */
class TakenTogetherTest {

  private static final int FRAMES = 400;

  /** More than there is room for, so that flows end between a guess and what it is about. */
  private static final int HOSTS = 90;

  private static final List<String> RULES =
      List.of(
          "drop tcp any any -> any any (content:\"EVIL\"; sid:1;)",
          "alert tcp any any -> any any (content:\"vi\"; nocase; flowbits:set,seen; sid:2;)",
          "alert tcp any any -> any any (flags:F+; flowbits:isset,seen; sid:3;)",
          "alert udp any any -> any any (content:\"answer\"; sid:4;)");

  private record Frame(MemorySegment memory, long nanos) {

    static Frame of(Packet packet) {
      return new Frame(packet.frame(), packet.nanos());
    }
  }

  /** What came of frames, in their order. */
  private record Outcome(
      List<Verdict> verdicts, List<Boolean> areSound, List<String> alerts, InspectCounts counts) {}

  @Test
  void areJudgedAsEachByItself() {
    Seeds.forEach(
        1,
        40,
        seed -> {
          List<Frame> frames = traffic(new SplittableRandom(seed));
          Outcome together = judged(frames, new SplittableRandom(seed + 1), TakenFrames.MOST);
          assertThat(together).isEqualTo(judged(frames, new SplittableRandom(seed), 1));
          assertThat(together.alerts()).isNotEmpty();
        });
  }

  @Test
  void areNoMoreThanThereIsRoomFor() {
    try (Inspecting guard = Inspecting.with(RULES.getFirst())) {
      Inspector inspector = guard.inspector();
      Frame frame = Frame.of(Conversation.fromPort(1).clientDatagram());
      for (int i = 0; i < TakenFrames.MOST; i++) {
        assertThat(inspector.hasRoom()).isTrue();
        take(inspector, frame);
      }
      assertThat(inspector.hasRoom()).isFalse();
      assertThatThrownBy(() -> take(inspector, frame)).isInstanceOf(IllegalStateException.class);
      for (int i = 0; i < TakenFrames.MOST; i++) {
        assertThat(inspector.hasRoom()).isFalse();
        inspector.judge();
      }
      assertThat(inspector.hasTaken()).isFalse();
      assertThat(inspector.hasRoom()).isTrue();
      assertThat(inspector.counts().frames()).isEqualTo(TakenFrames.MOST);
    }
  }

  @Test
  void areJudgedInTheOrderInWhichTheyCame() {
    try (Inspecting guard = Inspecting.with(RULES.getFirst())) {
      Inspector inspector = guard.inspector();
      assertThatThrownBy(inspector::judge).isInstanceOf(IllegalStateException.class);
      Packet packet = Conversation.fromPort(1).clientDatagram();
      take(inspector, Frame.of(packet));
      assertThatThrownBy(() -> guard.see(packet)).isInstanceOf(IllegalStateException.class);
      inspector.judge();
      assertThat(guard.see(packet)).isEqualTo(Verdict.NOTHING);
    }
  }

  private static Outcome judged(List<Frame> frames, SplittableRandom random, int most) {
    RuleIndex index = RuleIndex.of(RuleTexts.parse(RULES), AutomatonMatcher::compile);
    List<Verdict> verdicts = new ArrayList<>();
    List<Boolean> areSound = new ArrayList<>();
    List<String> alerts = new ArrayList<>();
    try (index;
        Inspector inspector =
            new Inspector(
                index,
                Inspecting.SETTINGS,
                BlockingPolicy.AS_RULES_SAY,
                new Random(1),
                found ->
                    alerts.add(
                        "%d: %s of %d, %s"
                            .formatted(
                                found.frame(),
                                found.alert().rule().id(),
                                found.packet().sourcePort(),
                                found.isStandIn())))) {
      int left = 0;
      for (Frame frame : frames) {
        take(inspector, frame);
        if (left == 0) {
          left = random.nextInt(most);
        } else {
          left--;
        }
        while (left == 0 && inspector.hasTaken()) {
          verdicts.add(inspector.judge());
          areSound.add(inspector.isSound());
        }
      }
      while (inspector.hasTaken()) {
        verdicts.add(inspector.judge());
        areSound.add(inspector.isSound());
      }
      inspector.endFlows();
      return new Outcome(verdicts, areSound, alerts, inspector.counts());
    }
  }

  private static void take(Inspector inspector, Frame frame) {
    int length = (int) frame.memory().byteSize();
    inspector.take(frame.memory(), 0, length, length, LinkType.RAW, frame.nanos());
  }

  /** Connections that begin, carry something, end and begin again; some of it is damaged. */
  private static List<Frame> traffic(SplittableRandom random) {
    Conversation[] all = new Conversation[HOSTS];
    Arrays.setAll(all, i -> new Conversation(i % 3 > 0, 1_000 + i));
    long[] sent = new long[HOSTS];
    List<Frame> frames = new ArrayList<>();
    while (frames.size() < FRAMES) {
      // Some speak often, so that one flow has several of the frames that are taken together.
      int host = random.nextInt(1 + random.nextInt(HOSTS));
      Conversation hosts = all[host].after(random.nextInt(1_000_000));
      if (sent[host] == 0) {
        frames.add(Frame.of(hosts.client(SYN, 1_000, 0, "")));
        frames.add(Frame.of(hosts.server(SYN | ACK, 500, 1_001, "")));
        sent[host] = 1_001;
      }
      Frame next = frame(hosts, sent, host, random);
      if (random.nextInt(20) == 0) {
        long at = random.nextLong(next.memory().byteSize());
        int flipped = next.memory().get(ValueLayout.JAVA_BYTE, at) ^ 1 << random.nextInt(8);
        next.memory().set(ValueLayout.JAVA_BYTE, at, (byte) flipped);
      }
      frames.add(next);
    }
    return frames;
  }

  private static Frame frame(Conversation hosts, long[] sent, int host, SplittableRandom random) {
    return switch (random.nextInt(12)) {
      case 0 -> Frame.of(hosts.clientDatagram());
      case 1 -> Frame.of(hosts.serverDatagram());
      case 2 -> {
        long at = sent[host];
        sent[host] = 0;
        yield Frame.of(hosts.client(random.nextBoolean() ? RST : FIN | ACK, at, 501, ""));
      }
      default -> {
        String payload = "EVILandvi".substring(random.nextInt(9));
        Frame frame = Frame.of(hosts.client(ACK, sent[host], 501, payload));
        sent[host] += payload.length();
        yield frame;
      }
    };
  }
}
