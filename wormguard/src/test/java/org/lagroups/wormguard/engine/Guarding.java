package org.lagroups.wormguard.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.wormguard.engine.header.FlowState;
import org.lagroups.wormguard.engine.header.NoFlow;
import org.lagroups.wormguard.engine.limit.Thresholds;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.runtime.matching.Matching;
import org.lagroups.wormguard.testing.PacketBytes;
import org.lagroups.wormguard.testing.RuleTexts;

/** An engine with rules, for tests that look at what it makes of packets. */
final class Guarding implements AutoCloseable {

  private static final AlertSink UNEXPECTED =
      (alert, _) -> {
        throw new AssertionError(alert);
      };

  private final RuleIndex index;
  private final Engine engine;
  private final PacketDecoder decoder = new PacketDecoder();
  private final Packet packet = new Packet();
  private final List<Alert> alerts = new ArrayList<>();
  private Verdict verdict = Verdict.NOTHING;
  private long nanos;
  private int streamed;
  private final Map<Long, Integer> held = new HashMap<>();
  private final StreamNotes notes =
      new StreamNotes() {
        @Override
        public int heldUntil(long rule) {
          return held.getOrDefault(rule, 0);
        }

        @Override
        public void held(long rule, int place) {
          held.put(rule, place);
        }
      };

  private Guarding(MatcherCompiler compiler, List<Rule> rules) {
    this.index = RuleIndex.of(rules, compiler);
    this.engine = new Engine(index, new Thresholds(1_024, 1), BlockingPolicy.AS_RULES_SAY);
  }

  static Guarding with(String... rules) {
    return new Guarding(AutomatonMatcher::compile, RuleTexts.parse(List.of(rules)));
  }

  static Guarding natively(List<String> rules) {
    return new Guarding(Matching.best().compiler(), RuleTexts.parse(rules));
  }

  /** Numbers of the rules that alert for a payload in a packet of UDP that has no flow. */
  List<Long> udp(byte[] payload) {
    return judge(frame(PacketBytes.UDP, PacketBytes.udp(1_000, 53, payload)), NoFlow.NO_FLOW);
  }

  List<Long> judge(byte[] frame, FlowState flow) {
    begin(frame, flow);
    return finish();
  }

  void begin(byte[] frame, FlowState flow) {
    alerts.clear();
    MemorySegment memory = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, frame);
    Decoded decoded =
        decoder.decode(memory, 0, frame.length, frame.length, LinkType.ETHERNET, nanos, packet);
    engine.nextFrame();
    engine.begin(packet, decoded, flow);
  }

  /** Judges the same packet again, and expects no alert. */
  void again() {
    engine.begin(packet, Decoded.OK, NoFlow.NO_FLOW);
    verdict = engine.finish(UNEXPECTED);
  }

  /** Judges the next part of the stream. */
  void stream(String bytes) {
    byte[] part = PacketBytes.text(bytes);
    stream(part, streamed);
    streamed += part.length;
  }

  /** Judges a part of a stream of which so many bytes came before. */
  void stream(byte[] part, int place) {
    MemorySegment memory = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, part);
    engine.stream(memory, 0, part.length, place, false, notes);
  }

  List<Long> finish() {
    verdict = engine.finish((alert, about) -> alerts.add(alert));
    return alerts.stream().map(alert -> alert.rule().id().signature()).toList();
  }

  /** What the packet judged last is to come to. */
  Verdict verdict() {
    return verdict;
  }

  List<Alert> alerts() {
    return alerts;
  }

  Engine engine() {
    return engine;
  }

  /** Lets time go by. */
  void letPass(int seconds) {
    nanos += seconds * 1_000_000_000L;
  }

  @Override
  public void close() {
    engine.close();
    index.close();
  }

  static byte[] frame(int protocol, byte[] inside) {
    return PacketBytes.ethernet(
        PacketBytes.TYPE_IPV4, PacketBytes.ipv4(PacketBytes.A4, PacketBytes.B4, protocol, inside));
  }
}
